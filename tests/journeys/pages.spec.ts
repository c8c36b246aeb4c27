import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signInAs, watch } from './desk';

const PAGES: Record<string, readonly string[]> = {
  nobody: [
    '/sign-in',
    '/set-up?token=not-a-token-of-this-clinic',
    '/link/not-a-token-of-this-clinic',
    '/api/v1/docs',
    '/nowhere',
  ],
  coordinator: [
    '/requests?view=mine',
    '/requests?view=all&q=nobodyiscalledthis',
    '/requests?view=all&stage=closed',
    'one',
    '/requests/new',
    '/follow-ups',
    '/follow-ups?owner=all',
    '/stats',
    '/me',
    '/admin/audit',
    '/requests/MR-999999',
  ],
  surgeon2: ['/review', '/requests?view=mine', '/follow-ups', '/stats'],
  manager: ['/stats', '/stats?from=2020-01-01&to=2020-01-31', '/requests', '/admin/audit'],
  admin: ['/admin/staff', '/admin/settings', '/admin/audit', '/stats', '/me'],
};

for (const [person, paths] of Object.entries(PAGES)) {
  test(`${person}: axe finds nothing, in light and dark, wide and narrow, and nothing leaves the clinic`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    const complaints = watch(page);
    if (person !== 'nobody') await signInAs(page, person);
    if (person === 'surgeon2') await takeOne(page);
    for (const path of paths) {
      for (const [colorScheme, width] of [
        ['light', 1440],
        ['dark', 390],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.goto(path === 'one' ? await oneRequest(page) : path, { waitUntil: 'networkidle' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 160))
              .join(' | ')}`,
        );
        expect.soft(found, `${path} ${colorScheme} ${width}`).toEqual([]);
        expect
          .soft(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            `${path} at ${width} scrolls sideways`,
          )
          .toBeLessThanOrEqual(1);
      }
    }
    expect(complaints).toEqual([]);
  });
}

async function oneRequest(page: Page): Promise<string> {
  await page.goto('/requests?view=mine');
  return (await page.locator('a[href^="/requests/MR-"]').last().getAttribute('href')) ?? '';
}

/** So that the review screen has somebody in hand. */
async function takeOne(page: Page) {
  await page.goto('/review');
  const take = page.getByRole('button', { name: 'Take the next request' });
  if (await take.isVisible()) await take.click();
  await expect(page.getByRole('button', { name: /save & next/i })).toBeVisible();
}
