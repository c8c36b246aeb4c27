import { type Browser, expect, type Page, test } from '@playwright/test';
import { aFullIntake } from '../house/intake';
import { isAccessible, violations } from './accessible';
import { LAST_NAME, readyForReview, send, watch } from './desk';

/** Of a clinic that has nobody yet; it is good once. */
const LINK = process.env.SET_UP_LINK ?? '';
const PASSWORD = 'amber kettle orbit walnut';

test('a new clinic is set up, its first people come in by their links, and axe finds nothing on its empty pages', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  expect(LINK, 'SET_UP_LINK names the set-up link of a new clinic').not.toBe('');
  const { page: office, complaints } = await opened(browser);

  await test.step('until then it is closed', async () => {
    expect((await office.goto('/sign-in'))?.status()).toBe(503);
    expect(await violations(office)).toEqual([]);
  });

  await test.step('the first administrator', async () => {
    await office.goto(LINK);
    await expect(office.getByRole('heading', { name: 'Set up this clinic' })).toBeVisible();
    await isAccessible(office);
    await office.getByLabel('Your name').fill('Ada First');
    await office.getByLabel('E-mail').fill('ada@example.com');
    await office.getByLabel('New password').fill('short');
    await office.getByRole('button', { name: 'Create the administrator' }).click();
    await expect(office.getByText(/at least 12|at least/i).last()).toBeVisible();
    await isAccessible(office);
    await office.getByLabel('New password').fill(PASSWORD);
    await office.getByRole('button', { name: 'Create the administrator' }).click();
    await expect(office.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
    await isAccessible(office);
    for (const [path, nothing] of [
      ['/admin/settings', 'No keys yet.'],
      ['/stats', 'Pipeline'],
    ] as const) {
      await office.goto(path);
      await expect(office.getByText(nothing).first()).toBeVisible();
      await isAccessible(office);
    }
  });

  const { page: room, complaints: inRoom } = await opened(browser);
  await test.step('a surgeon, by a link', async () => {
    await room.goto(await invited(office, 'surgeon'));
    await expect(room.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
    await isAccessible(room);
    await room.getByLabel('New password').fill(PASSWORD);
    await room.getByRole('button', { name: 'Save and sign in' }).click();
    await expect(room.getByRole('heading', { name: 'Nobody is waiting for you' })).toBeVisible();
    await isAccessible(room);
  });

  const { page: desk, complaints: atDesk } = await opened(browser);
  await test.step('a coordinator, whose lists are empty', async () => {
    await desk.goto(await invited(office, 'coordinator'));
    await desk.getByLabel('New password').fill(PASSWORD);
    await desk.getByRole('button', { name: 'Save and sign in' }).click();
    await expect(desk.getByRole('heading', { level: 1, name: 'Requests' })).toBeVisible();
    for (const path of ['/requests?view=mine', '/requests?view=all', '/follow-ups', '/stats']) {
      await desk.goto(path);
      await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
      await isAccessible(desk);
    }
  });

  await test.step('the first request waits for the surgeon', async () => {
    const full = aFullIntake();
    const person = { ...full.person, lastName: LAST_NAME };
    const { number } = await send(desk, '/requests', { ...full, person }, LINK);
    await readyForReview(desk, number, LINK);
    // The room keeps the scheme it was left in: light, from the look before. Forgotten, it is dark from its first paint.
    await room.evaluate(() => window.localStorage.clear());
    await room.goto('/review');
    await expect(room.getByRole('heading', { name: '1 request waits for a surgeon' })).toBeVisible();
    await isAccessible(room);
  });
  expect([...complaints, ...inRoom, ...atDesk]).toEqual([]);
});

async function opened(browser: Browser) {
  const page = await (await browser.newContext({ baseURL: new URL(LINK).origin })).newPage();
  return { page, complaints: watch(page, LINK) };
}

async function invited(office: Page, role: string): Promise<string> {
  await office.goto('/admin/staff');
  await office.getByRole('button', { name: 'Invite' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel('Name').fill(`The ${role}`);
  await dialog.getByLabel('E-mail').fill(`${role}@example.com`);
  await dialog.getByLabel('Role').selectOption(role);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  return dialog.getByLabel('One-use link').inputValue();
}
