/**
 * An action in the console's menus of an object (`console.action/resource-provider`), and the answer of the
 * hook that provides it: the actions, whether that is all of them, and an error.
 */
export interface ConsoleAction {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** A path in the console. */
  readonly cta: { readonly href: string };
  /** The console greys the action out where the user lacks this right. */
  readonly accessReview?: {
    readonly group: string;
    readonly resource: string;
    readonly verb: string;
    readonly name: string;
    readonly namespace: string;
  };
}

export type ProvidedActions = readonly [
  actions: readonly ConsoleAction[],
  isComplete: boolean,
  error: undefined,
];
