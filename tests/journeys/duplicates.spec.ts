import { expect, test } from '@playwright/test';
import { isAccessible } from './accessible';
import { LAST_NAME, post, signInAs, watch } from './desk';
import { aMember } from './members';

test('two requests of one person are seen, compared, made one and taken apart again', async ({ page, request }) => {
  const complaints = watch(page);
  const [older, newer] = [
    await post(request, { firstName: 'Dorothea', report: { text: 'The older report.' } }),
    await post(request, { firstName: 'Dorothea', report: { text: 'The newer report.' } }),
  ];
  // What is half typed of a call is kept: nobody else's next call is to begin with it.
  await signInAs(page, (await aMember('coordinator')).email);

  await test.step('while the caller is typed in', async () => {
    await page.goto('/requests/new');
    await page.getByRole('textbox', { name: 'First name' }).fill('Dorothea');
    await page.getByRole('textbox', { name: 'Last name' }).fill(LAST_NAME);
    await page.getByRole('textbox', { name: 'Date of birth' }).fill('1974-03-02');
    const perhaps = page.getByRole('region', { name: 'Perhaps the same person' });
    await expect(perhaps).toContainText(newer);
    await expect(perhaps).toContainText('same date of birth, same last name, same first name');
  });

  await test.step('side by side', async () => {
    await page.goto(`/requests/${older}`);
    const perhaps = page.getByRole('region', { name: 'Perhaps the same person' });
    await expect(perhaps).toContainText(newer);
    await perhaps.getByRole('link', { name: `Side by side with ${newer}` }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'One person?' })).toBeVisible();
    await isAccessible(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('made one, with the newer report', async () => {
    const send = page.getByRole('button', { name: `Make them one: ${older}` });
    await page
      .getByRole('group', { name: 'Report' })
      .getByRole('radio', { name: `as in ${newer}` })
      .check();
    await send.click();
    await expect(page.getByRole('textbox', { name: 'Why they are one person' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await page.getByRole('textbox', { name: 'Why they are one person' }).fill('Rang twice, said so.');
    await send.click();
    await page.waitForURL(`**/requests/${older}`);
    await expect(page.getByText('The newer report.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Told again' })).toContainText(newer);
    await expect(page.getByRole('region', { name: 'Perhaps the same person' })).toBeHidden();
  });

  await test.step('the old number says so, and both come apart', async () => {
    await page.goto(`/requests/${newer}`);
    const merged = page.getByRole('region', { name: 'Merged' });
    await expect(merged).toContainText(older);
    await isAccessible(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await merged.getByRole('button', { name: /take them apart/ }).click();
    await expect(merged).toBeHidden();
    await page.goto(`/requests/${older}`);
    await expect(page.getByText('The older report.')).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
