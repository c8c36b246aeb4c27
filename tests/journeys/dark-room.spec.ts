import { expect, type Page, test } from '@playwright/test';
import { alive, signInAs } from './desk';

const root = (page: Page) => page.locator('html');
const isIn = (page: Page, scheme: string) => expect(root(page)).toHaveAttribute('data-mantine-color-scheme', scheme);
const turn = (page: Page, to: string) => page.getByRole('button', { name: `${to} screen` });

test('on a dark machine the review is dark until its reader turns it, and stays as turned', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signInAs(page, 'surgeon');
  await page.goto('/review');
  await alive(turn(page, 'Light'));
  await isIn(page, 'dark');
  await turn(page, 'Light').click();
  await isIn(page, 'light');
  await page.reload();
  await alive(turn(page, 'Dark'));
  await isIn(page, 'light');
  await page.goto('/me');
  await isIn(page, 'dark');
  await page.goto('/review');
  await alive(turn(page, 'Dark'));
  await turn(page, 'Dark').click();
  await page.reload();
  await alive(turn(page, 'Light'));
  await isIn(page, 'dark');
});
