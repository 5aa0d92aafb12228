/**
 * A sentence for a person that is not yet in anybody's language: an English template, which is
 * also the translation key, and the values that go into it. The pure layers speak in these; the
 * pages translate them, `inspect` prints them in English.
 */
export interface Text {
  /** English, with `{{name}}` placeholders. */
  readonly template: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * Makes a sentence. The first argument must be a literal: the translation check collects it
 * from the source.
 */
export const text = (
  template: string,
  values: Readonly<Record<string, string | number>> = {},
): Text => ({ template, values });

/** The sentence in English, every placeholder filled; a missing value stays visible as `{{name}}`. */
export const formatText = (sentence: Text): string =>
  sentence.template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
    String(sentence.values[name] ?? placeholder),
  );
