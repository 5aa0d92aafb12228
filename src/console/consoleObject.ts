/** An object as the console hands it to what plugins add to its page: a tab, an action. */
export interface ConsoleObject {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
}

/** What the console gives to a tab of an object's page (`console.tab/horizontalNav`). */
export interface TabProps {
  /** Undefined while the page is still reading it. */
  readonly obj?: ConsoleObject;
}
