/**
 * The router, by the one module name that every console from 4.19 to 5.2 shares, and only the names
 * that both react-router 6 and 7 have. Every other file asks here.
 */
export {
  Link,
  Navigate,
  Route,
  Routes,
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
} from 'react-router-dom-v5-compat';
