/**
 * The router as every console from 4.19 to 5.2 shares it. The module itself is not installed: up to 4.21
 * it is react-router 6, from 4.22 on an alias of react-router 7, and the console provides it. Use only
 * names that both have (Link, NavLink, useNavigate, useLocation, useParams, useSearchParams, Routes,
 * Route, Navigate, generatePath, matchPath).
 */
declare module 'react-router-dom-v5-compat' {
  export * from 'react-router';
}
