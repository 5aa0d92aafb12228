/** Types of checkExtensions.mjs for its tests. */
export interface ExtensionInput {
  readonly extensions: readonly object[];
  readonly schema: object;
  readonly exposedModules: Readonly<Record<string, string>>;
  readonly namespace: string;
  readonly translations: Readonly<Record<string, string>>;
}

export function codeRefsIn(value: unknown): string[];
export function checkExtensions(input: ExtensionInput): string[];
