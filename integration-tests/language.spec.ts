/**
 * The main pages in the pseudo-locale, whose sentences are marked at both ends: everything that people read is
 * marked, or is a name out of the cluster; and what is marked is not cut off, be it in a box that hides the
 * rest or in a drawing.
 */
import type { Page } from '@playwright/test';
import { pseudoMarks } from '../dev/console/server/pseudoLocale';
import { expect, test } from './stack';

interface Shown {
  /** Texts and labels without what stands between the marks. */
  readonly unmarked: readonly string[];
  /** Marked texts in boxes that hide a part of them. */
  readonly cutOff: readonly string[];
}

/** Runs in the page. */
const readShown = ({ start, end }: typeof pseudoMarks): Shown => {
  const main = document.querySelector('main');
  if (main === null) return { unmarked: ['the page has no main'], cutOff: [] };
  const withoutMarked = (text: string): string => {
    let depth = 0;
    let rest = '';
    for (const letter of text) {
      if (letter === start) depth += 1;
      else if (letter === end) depth -= 1;
      else if (depth === 0) rest += letter;
    }
    return rest.trim();
  };
  const isVisible = (element: Element): boolean => element.checkVisibility();
  const unmarked = new Set<string>();
  const cutOff = new Set<string>();
  const note = (text: string): void => {
    const rest = withoutMarked(text);
    if (rest !== '') unmarked.add(rest);
  };
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent ?? '';
    if (
      parent === null ||
      text.trim() === '' ||
      parent.closest('code, style') ||
      !isVisible(parent)
    )
      continue;
    // What a drawing breaks into lines is looked at as a whole, below.
    if (parent.localName === 'tspan') continue;
    note(text);
    const box = parent instanceof HTMLElement && text.includes(start) ? parent : undefined;
    const hides = box !== undefined && getComputedStyle(box).overflowX !== 'visible';
    if (hides && box.clientWidth > 1 && box.scrollWidth > box.clientWidth + 1) cutOff.add(text);
  }
  for (const words of main.querySelectorAll('svg text')) {
    const said = words.textContent;
    if (words.querySelector('tspan') !== null) note(said);
    if (said.includes(start) && !said.includes(end)) cutOff.add(said);
    const shape = words.closest('[role="button"]')?.querySelector('rect');
    if (shape === null || shape === undefined) continue;
    const [inner, outer] = [words.getBoundingClientRect(), shape.getBoundingClientRect()];
    if (inner.left < outer.left - 1 || inner.right > outer.right + 1)
      cutOff.add(`${said} out of its shape`);
  }
  for (const element of main.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    if (!isVisible(element)) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      note(element.getAttribute(name) ?? '');
    }
  }
  return { unmarked: [...unmarked], cutOff: [...cutOff] };
};

/** What needs no translation: numbers, signs, rule ids, units. */
const isNeutral = (word: string): boolean =>
  /^[\W\d_]*$/.test(word) || /^(NAD|NNCP|NODE|VM|CUDN|CL)-\d{3}$/.test(word);

/** Words that are in no object of the cluster, and so are ours. */
const foreignWords = (texts: readonly string[], cluster: string): readonly string[] =>
  texts.flatMap((text) =>
    text
      .split(/[\s/,()]+/)
      // A name may be shortened to fit its box; what is left of it is a name all the same.
      .map((word) => word.replace(/…$/, ''))
      .filter((word) => !isNeutral(word) && !cluster.includes(word))
      .map((word) => `"${word}" in "${text}"`),
  );

const pages = [
  ['/vm-networks?lng=qps&selection=vnic/ns1/ws/net1', 'trace-verdict'],
  ['/vm-networks/list?lng=qps', 'network-network/vlan-1924'],
  ['/vm-networks/problems?lng=qps', undefined],
  ['/vm-networks/network/vlan-1924?lng=qps', 'network-facts'],
  ['/vm-networks?view=table&lng=qps', 'topology-table'],
  ['/vm-networks?view=coverage&lng=qps', 'coverage'],
  ['/vm-networks?view=ovn&lng=qps', 'ovn-view'],
  ['/vm-networks/network/vlan-1924?tab=vms&lng=qps', undefined],
  ['/vm-networks/network/vlan-1924?tab=nodes&lng=qps', undefined],
  ['/vm-networks/jobs?lng=qps', undefined],
  ['/vm-networks/attach?lng=qps', undefined],
  ['/k8s/ns/ns1/kubevirt.io~v1~VirtualMachine/ws/network-path?lng=qps', 'path-net1'],
] as const;

const settle = async (page: Page, ready: string | undefined): Promise<void> => {
  if (ready !== undefined) await expect(page.getByTestId(ready).first()).toBeVisible();
  await expect(
    page.getByRole('heading').filter({ hasText: pseudoMarks.start }).first(),
  ).toBeVisible();
  await expect(page.locator('main').getByRole('progressbar')).toHaveCount(0);
};

/** What is wrong with what the page shows now. */
const defects = async (page: Page, where: string, cluster: string): Promise<readonly string[]> => {
  const { unmarked, cutOff } = await page.evaluate(readShown, pseudoMarks);
  // The console's own words, and names that OVN-Kubernetes makes, are in no object of the cluster.
  const isForeign = where.startsWith('/k8s') || where.includes('view=ovn');
  const own = isForeign ? [] : foreignWords(unmarked, cluster);
  return [
    ...own.map((text) => `${where} untranslated: ${text}`),
    ...cutOff.map((text) => `${where} cut off: ${text}`),
  ];
};

test('nothing is untranslated and nothing is cut off', async ({ page, stack }) => {
  test.setTimeout(180_000);
  const cluster = JSON.stringify(stack.scenario.objects);
  const found: string[] = [];
  for (const [address, ready] of pages) {
    await page.goto(address);
    await settle(page, ready);
    found.push(...(await defects(page, address, cluster)));
  }
  expect(found).toEqual([]);
});

test('nor on any step of the wizard, nor in its job', async ({ page, stack }) => {
  test.setTimeout(90_000);
  const cluster = JSON.stringify(stack.scenario.objects);
  const forward = page.locator('.pf-v6-c-wizard__footer .pf-m-primary');
  const found: string[] = [];
  await page.goto('/vm-networks/attach?vm=ns1/spare&vlan=2010&lng=qps');
  await settle(page, undefined);
  await forward.click();
  found.push(...(await defects(page, 'VMs', cluster)));
  await forward.click();
  await page
    .getByRole('button', { name: /hub-tq2sk-cnv-99zmp/ })
    .first()
    .click();
  await page.locator('#attach-flow-dedicatedNic').check();
  await page.locator('#attach-uplink-new').check();
  await page.locator('#attach-nic-ens256').check();
  found.push(...(await defects(page, 'nodes', cluster)));
  await forward.click();
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
  found.push(...(await defects(page, 'review', cluster)));
  await forward.click();
  await expect(page.getByTestId('job-succeeded')).toBeVisible();
  found.push(...(await defects(page, 'job', cluster)));
  expect(found.filter((text) => !isOfTheJob(text))).toEqual([]);
});

/** Names that the wizard makes up: they are in no object of the scenario. */
const isOfTheJob = (text: string): boolean => /"(vlan-2010|br-vms|2010|vms)[.:,;]*"/.test(text);

test('what is untranslated or cut off is found', async ({ page, stack }) => {
  await page.goto('/vm-networks/list?lng=qps');
  await settle(page, undefined);
  await page.evaluate(({ start, end }) => {
    const box = document.createElement('div');
    box.textContent = `${start}${'long '.repeat(40)}${end}`;
    box.setAttribute('aria-label', 'Untold');
    Object.assign(box.style, { width: '40px', overflow: 'hidden', whiteSpace: 'nowrap' });
    document.querySelector('main')?.append('Forgotten', box);
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const words = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    words.textContent = `${start}Shorten…`;
    drawing.append(words);
    document.querySelector('main')?.append(drawing);
  }, pseudoMarks);
  const found = await defects(page, 'here', JSON.stringify(stack.scenario.objects));
  expect(found).toEqual([
    'here untranslated: "Forgotten" in "Forgotten"',
    'here untranslated: "Untold" in "Untold"',
    expect.stringMatching(/^here cut off: .*long/),
    expect.stringMatching(/^here cut off: .*Shorten…$/),
  ]);
});
