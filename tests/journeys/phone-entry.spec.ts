import { expect, type Page, test } from '@playwright/test';
import { enterAs, LAST_NAME, signInAs } from './desk';
import { aMember } from './members';

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

test('what is asked when there is time is folded away, opened, kept and shown', async ({ page }) => {
  const { id } = await aMember('coordinator');
  await signInAs(page, id);
  await page.goto('/requests/new');
  await page.getByRole('textbox', { name: 'First name' }).fill('Ines');
  await page.getByRole('textbox', { name: 'Last name' }).fill(LAST_NAME);
  await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('305 555 0198');
  await page.getByRole('textbox', { name: 'Date of birth' }).fill('1985-05-01');
  await answer(page, 'Where *', 'Neck');
  await expect(page.getByRole('textbox', { name: 'Where it goes' })).toBeHidden();
  await page.getByText('Where it goes, how it began').click();
  await page.getByRole('textbox', { name: 'Where it goes' }).fill('outer arm to the thumb');
  await page.getByRole('textbox', { name: 'Neck Disability Index, %', exact: true }).fill('140');
  await answer(page, 'Leg or arm, worst', '7');
  await page.getByRole('button', { name: '+ Injection' }).click();
  await page.getByRole('textbox', { name: 'How many', exact: true }).fill('2');
  await page.getByRole('button', { name: '+ Operation' }).click();
  await page.getByRole('textbox', { name: 'What was done' }).fill('ACDF');
  await page.getByRole('textbox', { name: 'Levels' }).fill('C5-C6');

  await page.getByText('Where it goes, how it began').click();
  await page.getByRole('button', { name: 'Save request' }).click();
  // What is wrong is never folded away.
  await page.getByRole('link', { name: 'Neck Disability Index' }).click();
  await expect(page.getByRole('textbox', { name: 'Neck Disability Index, %', exact: true })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('40');
  await page.keyboard.press('Control+Enter');

  await page.waitForURL(/requests\/MR-/);
  const complaint = page.getByRole('region', { name: 'Complaint' });
  await expect(complaint).toContainText('outer arm to the thumb');
  await expect(complaint).toContainText('worst 7 of 10');
  await expect(complaint).toContainText('40 %');
  await expect(page.getByRole('region', { name: 'Care tried' })).toContainText('2 in all');
  await expect(page.getByRole('region', { name: 'Prior surgery' })).toContainText('ACDF, C5-C6');
});

const answer = (page: Page, question: string, option: string) =>
  page
    .getByRole('radiogroup', { name: question, exact: true })
    .getByRole('radio', { name: option, exact: true })
    .check({ force: true });
