/** The router of consoles up to 4.21: version 5 outside, and inside it the bridge to 6 that plugins use. */
import type { ReactNode } from 'react';
import { BrowserRouter as BrowserRouter5 } from 'react-router-dom';
import { CompatRouter } from 'react-router-dom-v5-compat';

export {
  Link,
  Navigate,
  Route,
  Routes,
  useLocation,
  useNavigate,
  useParams,
} from 'react-router-dom-v5-compat';

interface BrowserRouterProps {
  readonly basename: string;
  readonly children: ReactNode;
}

export function BrowserRouter({ basename, children }: BrowserRouterProps) {
  return (
    <BrowserRouter5 basename={basename}>
      <CompatRouter>{children}</CompatRouter>
    </BrowserRouter5>
  );
}
