import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { alive } from './desk';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
/** The review screen is dark until the desk's own scheme changes: this order shows it in both. */
const SCHEMES = ['dark', 'light'] as const;

/** Loaded once, looked at in all four forms; a scheme changes nothing but colours. `opens` is done again at each width: a menu closes when its window changes. */
export async function isAccessible(page: Page, opens?: (page: Page) => Promise<unknown>) {
  // Asleep, the review screen would not hear the scheme change.
  for (const turns of await page.getByRole('button', { name: /^(Light|Dark) screen$/ }).all()) await alive(turns);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await opens?.(page);
    for (const [nth, scheme] of SCHEMES.entries()) {
      await turn(page, scheme);
      const form = `${new URL(page.url()).pathname}, ${scheme}, ${size.width} wide`;
      const by = nth === 0 ? 'every rule' : 'colour';
      expect.soft(await violations(page, by, size.width < 1_000), form).toEqual([]);
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.offsetWidth);
    expect.soft(over, `scrolls sideways at ${size.width}`).toBeLessThanOrEqual(1);
  }
}

async function turn(page: Page, colorScheme: (typeof SCHEMES)[number]) {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  // A colour half-way to the next is nobody's choice. Asked again and again: what was promised to finish may be taken away.
  await expect.poll(() => page.evaluate(underWay)).toBe(0);
}

/** Changes of look that will end and have not. */
function underWay(): number {
  return document
    .getAnimations()
    .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity).length;
}

/** A narrow row is the wide one told again: a dozen of them say all that fifty would, and colours are slow to judge. */
const FURTHER_ROWS = 'tbody tr:nth-child(n + 13)';

export async function violations(
  page: Page,
  by: 'every rule' | 'colour' = 'every rule',
  isNarrow = false,
): Promise<string[]> {
  // No frames on our pages; what passes need not be described; no rule asked here reads style sheets.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });
  if (isNarrow) axe.exclude(FURTHER_ROWS);
  const { violations } = await (by === 'colour'
    ? axe.withRules(['color-contrast', 'link-in-text-block'])
    : axe
  ).analyze();
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html, target }) => `${target} ${html.slice(0, 160)}`);
    return `${id}: ${places.join(' | ')}`;
  });
}
