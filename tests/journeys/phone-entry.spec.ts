import { expect, test } from '@playwright/test';
import { enterAs, LAST_NAME } from './desk';

test('a call is entered: the emergency words appear at once, a refusal keeps everything, unknown is not blank', async ({
  page,
}) => {
  await enterAs(page, 'coordinator');
  await page.goto('/requests/new');
  await page.getByRole('textbox', { name: 'First name' }).fill('Ines');
  await page.getByRole('textbox', { name: 'Last name' }).fill(LAST_NAME);
  await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('305 555 0199');
  const question = page
    .getByRole('radiogroup', { name: /Numbness or tingling between the legs/ })
    .or(page.getByRole('group', { name: /Numbness or tingling between the legs/ }));
  await question.getByRole('radio', { name: 'Yes' }).check({ force: true });
  await expect(page.getByText(/Call 911/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Save request' }).first().click();
  const born = page.getByRole('textbox', { name: 'Date of birth' });
  await expect(born).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('Ines');

  await born.fill('1985-05-01');
  await page
    .getByRole('group', { name: 'Where' })
    .or(page.getByRole('radiogroup', { name: 'Where' }))
    .getByRole('radio', { name: 'Low back' })
    .check({ force: true });
  const consent = page
    .getByRole('radiogroup', { name: /May we review/ })
    .or(page.getByRole('group', { name: /May we review/ }));
  await consent.getByRole('radio', { name: 'Yes' }).check({ force: true });
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/requests\/MR-/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Ines ${LAST_NAME}`);
  await expect(page.getByText('Emergency', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/Call 911/).first()).toBeVisible();
  await expect(page.getByText(/Not asked/).first()).toBeVisible();
});
