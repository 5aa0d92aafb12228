/** Checks a page, or a part of it, with axe against WCAG 2.1 A and AA. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * axe on the page itself, as a whole: its other way opens a second page for each result, for the sake of frames of
 * other origins, which neither the console nor the plugin has.
 */
const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/**
 * Puts the page into a theme, and waits until the colours have changed over: contrast is that of the end of
 * the transition.
 * @param classes what the console sets on the root element for the theme; none for the light one
 */
export async function showTheme(page: Page, classes: readonly string[]) {
  await page.evaluate(async (names) => {
    const { classList } = document.documentElement;
    for (const name of [...classList]) if (name.startsWith('pf-v6-theme')) classList.remove(name);
    classList.add(...names);
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  }, classes);
}

/** Only contrast, which is what a theme can spoil. */
export async function expectContrast(page: Page, theme: string) {
  const { violations } = await axeOn(page).withRules(['color-contrast']).include('main').analyze();
  const found = violations.flatMap(({ nodes }) =>
    nodes.map(
      (node) => `${node.target.join(' ')}: ${node.any.map(({ message }) => message).join()}`,
    ),
  );
  expect(found, `contrast in ${theme || 'light'}`).toEqual([]);
}

/**
 * Fails with what axe found: rule, help page and elements.
 * @param within selector of the part to check; the page's main content unless told otherwise, because
 *   masthead and navigation are the console's
 */
export async function expectAccessible(page: Page, within = 'main') {
  const { violations } = await axeOn(page).withTags(standards).include(within).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    elements: nodes.map((node) => node.target.join(' ')),
  }));
  expect(found, 'accessibility violations').toEqual([]);
}
