/** The line of the Problems tab that opens and closes what is below it: a problem, or a group of them. */
import type { FC, ReactNode } from 'react';
import { Button } from '@patternfly/react-core';
import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons';
import type { Severity } from '../../doctor/model';
import { SeverityLabel } from '../../ui/SeverityLabel';

interface ProblemHeadProps {
  readonly severity: Severity;
  /** Id of what opens. */
  readonly controls: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Small print below the sentence. */
  readonly detail: ReactNode;
  /** The sentence. */
  readonly children: ReactNode;
}

export const ProblemHead: FC<ProblemHeadProps> = (props) => {
  const { severity, controls, isOpen, onToggle, detail, children } = props;
  return (
    <Button
      variant="plain"
      className="vm-networks-page__problem-head"
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={onToggle}
      icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon />}
    >
      <span className="vm-networks-page__problem-summary">
        <span className="vm-networks-page__problem-line">
          <SeverityLabel severity={severity} />
          <span className="vm-networks-page__problem-text">{children}</span>
        </span>
        <span className="vm-networks-page__reason">{detail}</span>
      </span>
    </Button>
  );
};
