/** Types of thirdParty.mjs for its tests. */
interface Licence {
  readonly license?: {
    readonly id?: string;
    readonly name?: string;
    readonly text?: { readonly content: string; readonly encoding?: string };
  };
  readonly expression?: string;
}

export interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly Licence[];
  readonly evidence?: { readonly licenses?: readonly Licence[] };
}

export function licenceErrors(components: readonly Component[]): string[];
export function noticesText(components: readonly Component[]): string;
