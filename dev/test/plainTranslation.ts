/**
 * Translation without a console, for tests of components: sentences as they stand in the code, their values
 * filled in. In a test: `jest.mock('../../console/translation', () => jest.requireActual(...))`.
 */
type Values = Readonly<Record<string, unknown>>;

const fill = (sentence: string, values: Values = {}): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => String(values[name]));

const say = ({
  template,
  values,
}: {
  readonly template: string;
  readonly values: Values;
}): string => fill(template, values);

const words = { t: fill, say };

// The same functions on every call, as those of the console are.
export const useT = () => fill;
export const useText = () => say;
export const useWords = () => words;
