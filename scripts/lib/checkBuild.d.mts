/** Types of checkBuild.mjs for its tests. */
export interface BuildInput {
  readonly files: ReadonlyMap<string, string>;
  readonly name: string;
  readonly extensions: readonly object[];
  readonly languages: readonly string[];
}

export function checkBuild(input: BuildInput): string[];
