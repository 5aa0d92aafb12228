/** The two parts a status popup of the overview is made of. */
import type { ReactNode } from 'react';

interface SectionProps {
  readonly firstColumn: ReactNode;
  readonly secondColumn?: ReactNode;
  readonly children?: ReactNode;
}

export function StatusPopupSection({ firstColumn, secondColumn, children }: SectionProps) {
  return (
    <div>
      <strong>{firstColumn}</strong> <strong>{secondColumn}</strong>
      {children}
    </div>
  );
}

interface ItemProps {
  readonly children: ReactNode;
  readonly value?: string;
  readonly icon?: ReactNode;
}

export default function StatusPopupItem({ children, value, icon }: ItemProps) {
  return (
    <div>
      {icon} {children} {value}
    </div>
  );
}
