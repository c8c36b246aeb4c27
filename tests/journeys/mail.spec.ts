import { expect, test } from '@playwright/test';
import { aFullIntake } from '../house/intake';
import { ask } from '../house/principals';
import { isAccessible } from './accessible';
import { enterAs, LAST_NAME, watch } from './desk';

test('a receipt is read before it is sent; one that failed is sent again, and one is left', async ({ page }) => {
  const complaints = watch(page);
  const firstName = `Post${Date.now().toString(36).replace(/\d/g, 'x')}`;
  const full = aFullIntake({ consents: { privacyNotice: true, review: true, shareImages: true, email: true } });
  const answer = await page.request.post('/api/v1/requests', {
    headers: { authorization: 'Bearer foramen-demo-intake', 'idempotency-key': crypto.randomUUID() },
    data: { ...full, person: { ...full.person, firstName, lastName: LAST_NAME } },
  });
  const { number } = await answer.json();

  await enterAs(page, 'coordinator');
  await page.goto('/requests');
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await page.getByRole('link', { name: /Would send/ }).click();
  const row = page.getByRole('listitem').filter({ hasText: `${firstName} ${LAST_NAME}` });
  await row.getByText('Read “We received your request”').click();
  await expect(row.getByText(`Hello ${firstName},`)).toBeVisible();
  await expect(row.getByText(`Its number is ${number}.`)).toBeVisible();
  await isAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  const fail = () =>
    ask(
      "update mail set state = 'failed', attempts = 1, problem = '550 no such user' where request_id = (select id from request where number = $1)",
      [Number(number.slice(3))],
    );
  await fail();
  await page.goto('/mail');
  await expect(row.getByText('550 no such user')).toBeVisible();
  await isAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await row.getByRole('button', { name: /Send again/ }).click();
  await expect(row).toHaveCount(0);
  await fail();
  await page.reload();
  await row.getByRole('button', { name: /Leave/ }).click();
  await expect(row).toHaveCount(0);
  await page.goto(`/requests/${number}`);
  await expect(page.getByRole('region', { name: 'Mail' })).toContainText('Receipt Left 550 no such user');
  expect(complaints).toEqual([]);
});
