/**
 * Which view a path asks for. The page reads the path itself instead of nesting routes: consoles up
 * to 4.21 mount a plugin's page below a version 5 route, later ones below a splat of version 7, and
 * nested paths mean different things there.
 */
export type View =
  | 'topology'
  | 'list'
  | 'problems'
  | 'attach'
  | 'network'
  | 'fix'
  | 'jobs'
  | 'change'
  | 'import'
  | 'unknown';

const VIEWS: ReadonlyMap<string, View> = new Map([
  ['', 'topology'],
  ['list', 'list'],
  ['problems', 'problems'],
  ['attach', 'attach'],
  ['network', 'network'],
  ['fix', 'fix'],
  ['jobs', 'jobs'],
  ['change', 'change'],
  ['import', 'import'],
]);

/** @param pathname as the router gives it, such as `/vm-networks/list` */
export const viewOfPath = (pathname: string): View => {
  const [, , view = ''] = pathname.replace(/\/+$/, '').split('/');
  return VIEWS.get(view) ?? 'unknown';
};
