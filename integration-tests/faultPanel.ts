/** The fault panel of the development console as a person uses it: by its forms and buttons only. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface RequestFault {
  /** `list`, `watch`, ...; any verb when left out. */
  readonly verb?: string;
  /** In plural; any kind when left out. */
  readonly kind?: string;
  /** As the form words it. */
  readonly answer: string;
}

/** Opens the panel, does something in it, and closes it again: the page beneath can be used then. */
export const inFaultPanel = async (
  page: Page,
  act: (panel: Locator) => Promise<void>,
): Promise<void> => {
  await page.getByTestId('fault-panel-button').press('Enter');
  const panel = page.getByTestId('fault-panel');
  // The rules in force have been read.
  await expect(
    panel.getByText('No rule is in force.').or(panel.getByRole('listitem')).first(),
  ).toBeVisible();
  await act(panel);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
};

export const addRule = async (
  panel: Locator,
  { verb = '', kind = '', answer }: RequestFault,
): Promise<void> => {
  const rules = panel.getByRole('listitem');
  const before = await rules.count();
  await panel.getByLabel('Verb').selectOption(verb);
  await panel.getByLabel('Kind, in plural').fill(kind);
  await panel.getByLabel('Answer').selectOption(answer);
  await panel.getByRole('button', { name: 'Add rule' }).press('Enter');
  await expect(rules).toHaveCount(before + 1);
};

export const removeRules = async (panel: Locator): Promise<void> => {
  const rules = panel.getByRole('listitem');
  for (let left = await rules.count(); left > 0; left -= 1) {
    await panel.getByRole('button', { name: 'Remove' }).first().click();
    await expect(rules).toHaveCount(left - 1);
  }
};

/** Presses a button of the panel and waits for its word that it is done. */
export const press = async (panel: Locator, button: string, done: string): Promise<void> => {
  await panel.getByRole('button', { name: button }).press('Enter');
  await expect(panel.getByTestId('fault-message')).toContainText(done);
};
