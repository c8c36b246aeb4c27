import { expect, test } from '@playwright/test';
import { enterAs } from './desk';

test('an invited surgeon sets a password once, works, and is out the moment the admin disables the account', async ({
  browser,
  page: office,
}) => {
  const unique = Date.now().toString(36);
  const email = `new-${unique}@example.com`;
  const name = `Dr. Noor ${unique}`;
  await enterAs(office, 'admin');
  await office.goto('/admin/staff');
  await office.getByRole('button', { name: 'Invite' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Role').selectOption('surgeon');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('One-use link').inputValue();

  const room = await (await browser.newContext()).newPage();
  await room.goto(link);
  await expect(room.getByLabel('E-mail')).toHaveValue(email);
  await room.getByRole('textbox', { name: 'New password' }).fill('four plain words here');
  await room.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(room.getByRole('link', { name: 'Review' })).toBeVisible();
  await (await browser.newContext()).newPage().then(async (late) => {
    await late.goto(link);
    await expect(late.getByText(/used|expired|no longer/i).first()).toBeVisible();
  });

  await office.reload();
  await office.getByRole('button', { name: `Change ${name}` }).click();
  await office.getByRole('menuitem', { name: /disable/i }).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /disable/i })
    .click();
  await expect(office.getByRole('row', { name }).getByText('Disabled')).toBeVisible();
  await room.goto('/review');
  await expect(room).toHaveURL(/sign-in/);
});

test('a wrong e-mail and a wrong password get the same answer, and what was typed stays', async ({ page }) => {
  const answers: string[] = [];
  for (const email of ['coordinator3@demo.clinic', 'nobody@demo.clinic']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not this one');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const alert = page.getByRole('alert').filter({ hasText: /wrong/i });
    await expect(alert).toBeVisible();
    answers.push((await alert.textContent()) ?? '');
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
  }
  expect(answers[0]).toBe(answers[1]);
});

test('a key made by the admin submits, and nothing more, by its old secret and its new one, until it is revoked', async ({
  page,
  request,
}) => {
  await enterAs(page, 'admin');
  await page.goto('/admin/settings');
  await page.getByLabel('Name of the program').fill(`web form ${Date.now()}`);
  await page.getByRole('button', { name: /create|make/i }).click();
  const key = await page.getByLabel('Intake key', { exact: true }).inputValue();
  const post = (by = key) =>
    request.post('/api/v1/requests', {
      headers: { authorization: `Bearer ${by}` },
      data: {
        person: { firstName: 'Key', lastName: 'Holder', dateOfBirth: '1980-01-01', phone: '+13055550123' },
        consents: { review: true },
        complaint: { region: 'lumbar' },
      },
    });
  expect((await post()).status()).toBe(201);
  expect((await request.get('/api/v1/requests', { headers: { authorization: `Bearer ${key}` } })).status()).toBe(403);
  await page
    .getByRole('button', { name: /^Rotate web form/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Rotate' }).click();
  const next = await dialog.getByLabel('Intake key', { exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Rotating').first()).toBeVisible();
  for (const by of [key, next]) expect((await post(by)).status()).toBe(201);
  await page
    .getByRole('button', { name: /^Revoke web form/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /revoke/i })
    .click();
  await expect(page.getByText(/revoked/i).first()).toBeVisible();
  for (const by of [key, next]) expect((await post(by)).status()).toBe(401);
});
