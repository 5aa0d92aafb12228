import { exportFormats } from './exportFormats';

test.each([
  ['picture', 'drawn', ['svg', 'png', 'mermaid', 'csv']],
  ['picture', 'empty', ['csv']],
  ['table', 'drawn', ['csv']],
  ['coverage', 'drawn', ['csv']],
  ['ovn', 'empty', ['svg', 'png', 'csv']],
] as const)('%s, %s, is saved as %j', (view, picture, formats) => {
  expect(exportFormats(view, picture)).toEqual(formats);
});
