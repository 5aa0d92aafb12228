import { viewOfPath } from './viewOfPath';

test.each([
  ['/vm-networks', 'topology'],
  ['/vm-networks/', 'topology'],
  ['/vm-networks/list', 'list'],
  ['/vm-networks/problems/', 'problems'],
  ['/vm-networks/attach', 'attach'],
  ['/vm-networks/nowhere', 'unknown'],
])('%s is the view %s', (path, view) => expect(viewOfPath(path)).toBe(view));
