import { expect, type Page, test } from '@playwright/test';
import { aRow, asCsv, HEADER } from '../house/csv-rows';
import { isAccessible } from './accessible';
import { enterAs, LAST_NAME, watch } from './desk';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

async function upload(page: Page, name: string, text: string) {
  await page.goto('/import');
  await page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByLabel('Where does it come from?').fill('Journey fair');
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/, { timeout: 20_000 });
}

test('a file comes in: its columns, a dry run that names the bad cell, the good rows, and all of it taken back', async ({
  page,
}) => {
  const complaints = watch(page);
  await enterAs(page, 'coordinator');
  const base = Date.now() % 1_000_000;
  const rows = Array.from({ length: 20 }, (_, nth) =>
    aRow(base + nth, { 'Last name': LAST_NAME, ...(nth === 7 ? { DOB: '31/31/1974' } : {}) }),
  );
  const file = asCsv([HEADER, ...rows]);
  await upload(page, 'people.csv', file);

  await expect(heading(page, 'Columns')).toBeVisible();
  await expect(page.getByLabel('DOB means')).toHaveValue('person.dateOfBirth');
  // One day fits no order, so nobody guesses one.
  await expect(page.getByLabel('How are days written?')).toHaveValue('');
  await page.getByRole('button', { name: 'Check 20 rows' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'choose how days are written' })).toBeVisible();
  await isAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel('How are days written?').selectOption('mdy');
  await page.getByRole('button', { name: 'Check 20 rows' }).click();

  await expect(heading(page, '1 bad row')).toBeVisible();
  await expect(page.getByRole('row', { name: /^9 DOB 31\/31\/1974/ })).toBeVisible();
  await isAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Store the 19 good rows' }).click();
  await expect(heading(page, '19 requests stored')).toBeVisible();

  await upload(page, 'renamed.csv', file);
  await expect(page.getByText('This very file came in before')).toBeVisible();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Undo 19 requests' }).click();
  await expect(heading(page, 'Undone: 19 requests closed')).toBeVisible();
  await page.getByRole('link', { name: 'All files' }).click();
  await expect(page.getByRole('row', { name: /people\.csv Journey fair 20 Undone/ }).first()).toBeVisible();
  expect(complaints).toEqual([]);
});
