import { expect, test } from '@playwright/test';
import { enterAs, LAST_NAME } from './desk';

test.beforeEach(async ({ page }) => enterAs(page, 'coordinator'));

test('filters, sort and page stand in the URL and are there again after opening a request and coming back', async ({
  page,
}) => {
  await page.goto('/requests?view=all');
  await page.getByRole('button', { name: /^Stage:/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Follow-up', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Sorted by:/ }).click();
  await page.getByRole('menuitemradio', { name: 'name, A to Z' }).click();
  await expect(page).toHaveURL(/stage=follow_up/);
  await expect(page).toHaveURL(/sort=name/);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/cursor=/);
  const address = page.url();
  const last = page.locator('a[href^="/requests/MR-"]').last();
  const name = (await last.textContent()) ?? '';
  await last.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('link', { name }).last()).toBeFocused();
  await expect(page.getByRole('link', { name }).last()).toBeInViewport();
});

test('red flags are pinned on top of every view, whatever the filter', async ({ page }) => {
  await page.goto('/requests?view=new');
  const pinned = page.getByRole('rowgroup', { name: 'Red flags, always on top' });
  await expect(pinned.getByRole('link').first()).toBeVisible();
  // Those that other tests make come and go.
  const flagged = (await pinned.getByRole('link').allTextContents()).filter((name) => !name.includes(LAST_NAME));
  for (const path of [
    '/requests?view=mine',
    '/requests?view=all&stage=completed',
    '/requests?view=all&q=nobodyiscalledthis',
  ])
    await test.step(path, async () => {
      await page.goto(path);
      for (const name of flagged) await expect(pinned.getByRole('link', { name })).toBeVisible();
    });
});

test('the tabs count what they open', async ({ page }) => {
  await page.goto('/requests?view=awaiting-info');
  const tab = page.getByRole('link', { name: /^Awaiting info/ });
  const counted = Number(((await tab.textContent()) ?? '').replace(/\D/g, ''));
  await expect(page.getByRole('search').getByRole('status')).toHaveText(`${counted} requests`);
});

test('a search without a match says so, and its filters can be cleared', async ({ page }) => {
  await page.goto('/requests?view=all&q=nobodyiscalledthis');
  await expect(page.getByText(/Nobody found/)).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/view=all$/);
});
