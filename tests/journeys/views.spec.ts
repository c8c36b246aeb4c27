import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './accessible';
import { alive, LAST_NAME, post, saves, signInAs, watch } from './desk';

/** Every address this page stood at or asked for. */
function addresses(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => seen.push(decodeURIComponent(request.url())));
  page.on('framenavigated', (frame) => seen.push(decodeURIComponent(frame.url())));
  return seen;
}
const axe = async (page: Page, where: string) => expect.soft(await violations(page), where).toEqual([]);
async function as(browser: Browser, person: string) {
  const page = await (await browser.newContext()).newPage();
  const complaints = watch(page);
  await signInAs(page, person);
  return { page, complaints };
}
test.setTimeout(180_000);
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Views' }).getByRole('link');

test('a view is saved, shared, found by a colleague, put in order by keys, changed, deleted and brought back', async ({
  browser,
}) => {
  const { page, complaints } = await as(browser, 'coordinator');
  const mark = Date.now().toString(36);
  const keep = async (region: string, name: string, isShared: boolean) => {
    await page.goto(`/requests?view=all&region=${region}`);
    await page.getByRole('button', { name: '+ Save view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this view' });
    await dialog.getByLabel('Name').fill(name);
    if (isShared) await dialog.getByLabel(/Share with the team/).check();
    await axe(page, 'the form of a view');
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await expect(page).toHaveURL(/saved=/);
    await expect(tabs(page).filter({ hasText: name })).toHaveAttribute('aria-current', 'page');
  };
  await keep('cervical', `Necks ${mark}`, true);
  await keep('thoracic', `Mid backs ${mark}`, false);
  const found = Number(((await page.getByRole('search').getByRole('status').textContent()) ?? '').replace(/\D/g, ''));
  await expect(
    tabs(page)
      .filter({ hasText: `Mid backs ${mark}` })
      .locator('b'),
  ).toHaveText(found.toLocaleString('en-US'));
  const order = async () =>
    (await tabs(page).allTextContents()).filter((words) => words.includes(mark)).map((words) => words.split(' ')[0]);
  expect(await order()).toEqual(['Necks', 'Mid']);

  await test.step('by keys alone, and kept', async () => {
    await page.getByRole('button', { name: `Edit view Mid backs ${mark}` }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Move left' })).toBeFocused();
    const saved = saves(page);
    await page.keyboard.press('Enter');
    await expect.poll(order).toEqual(['Mid', 'Necks']);
    await saved();
    await page.reload();
    await expect.poll(order).toEqual(['Mid', 'Necks']);
  });

  await test.step('by dragging', async () => {
    await page.setViewportSize({ width: 1900, height: 900 });
    await alive(tabs(page).filter({ hasText: `Mid backs ${mark}` }));
    await tabs(page)
      .filter({ hasText: `Mid backs ${mark}` })
      .dragTo(tabs(page).filter({ hasText: `Necks ${mark}` }));
    await expect.poll(order).toEqual(['Necks', 'Mid']);
  });

  await test.step('a change shows and can be kept', async () => {
    await page.getByRole('button', { name: /^Sorted by:/ }).click();
    await page.getByRole('menuitemradio', { name: 'newest first' }).click();
    await expect(tabs(page).filter({ hasText: `Mid backs ${mark}` })).toContainText('changed');
    await axe(page, 'a changed view');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(tabs(page).filter({ hasText: `Mid backs ${mark}` })).not.toContainText('changed');
  });
  const mine = new URL(page.url()).searchParams.get('saved');

  const { page: other, complaints: theirs } = await as(browser, 'manager');
  await test.step('the colleague has the shared one, and is told of the other', async () => {
    await other.goto('/requests');
    await tabs(other)
      .filter({ hasText: `Necks ${mark}` })
      .click();
    await expect(other).toHaveURL(/region=cervical/);
    await expect(other.getByRole('button', { name: 'Region: neck' })).toBeVisible();
    await other.goto(`/requests?saved=${mine}`);
    await expect(other.getByRole('heading', { name: 'This view cannot be opened' })).toBeVisible();
    await expect(other.getByText(/somebody’s own/)).toBeVisible();
    await axe(other, 'a view that is not yours');
    await other.getByRole('link', { name: 'Show my list' }).click();
    await expect(other.getByRole('table', { name: 'Requests' })).toBeVisible();
  });

  await test.step('a link to it opens it', async () => {
    await page.goto(`/requests?saved=${mine}`);
    await expect(page).toHaveURL(/region=thoracic/);
    await expect(page).toHaveURL(/sort=-received/);
  });

  await test.step('renamed, deleted and brought back', async () => {
    await page.getByRole('button', { name: `Edit view Mid backs ${mark}` }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill(`Middle ${mark}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('button', { name: `Edit view Middle ${mark}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByText(`“Middle ${mark}” was deleted.`)).toBeVisible();
    await expect(tabs(page).filter({ hasText: `Middle ${mark}` })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(tabs(page).filter({ hasText: `Middle ${mark}` })).toHaveAttribute('aria-current', 'page');
  });

  await test.step('many tabs on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    await expect(tabs(page).filter({ hasText: `Middle ${mark}` })).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(1);
    await axe(page, 'many tabs on a phone');
  });
  expect([...complaints, ...theirs]).toEqual([]);
});

test('a search stands in no address, and comes back with the list: after opening, reloading, in another tab', async ({
  page,
  request,
  context,
}) => {
  const firstName = `Ada${Date.now().toString(36)}`;
  await post(request, { firstName });
  const seen = addresses(page);
  await signInAs(page, 'coordinator');
  await page.goto('/requests?view=all');
  await page.getByRole('searchbox').fill(`${firstName} ${LAST_NAME}`);
  await expect(page).toHaveURL(/find=/);
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 request');
  const link = page.getByRole('link', { name: firstName });
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(firstName);
  await page.reload();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue(`${firstName} ${LAST_NAME}`);
  await expect(link).toBeFocused();

  const [second] = await Promise.all([context.waitForEvent('page'), link.click({ modifiers: ['ControlOrMeta'] })]);
  seen.push(...addresses(second));
  await expect(second.getByRole('heading', { level: 1 })).toContainText(firstName);
  await second.reload();
  await second.getByRole('main').getByRole('link', { name: 'Requests' }).click();
  await expect(second.getByRole('searchbox')).toHaveValue(`${firstName} ${LAST_NAME}`);
  await expect(second.getByRole('link', { name: firstName })).toBeFocused();

  await test.step('words put into an address by hand are sealed before the page is asked', async () => {
    await page.goto(`/requests?view=all&q=${firstName}`);
    expect(page.url()).not.toContain(firstName);
    await expect(page.getByRole('searchbox')).toHaveValue(firstName);
  });
  await test.step('a broken seal is said, and left out', async () => {
    await page.goto('/requests?view=all&find=nothing&region=lumbar');
    await expect(page.getByText('The search')).toBeVisible();
    await axe(page, 'a question that cannot be read');
    await page.getByRole('link', { name: 'Leave it out' }).click();
    await expect(page).toHaveURL(/\/requests\?view=all&region=lumbar$/);
  });
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(new RegExp(`${firstName}|${LAST_NAME}`, 'i'));
  expect(seen.filter((address) => !/[?&]q=/.test(address) && address.includes(firstName))).toEqual([]);
});

test('the place in a long list comes back: page, scroll and focus, also after a reload', async ({ page }) => {
  await signInAs(page, 'coordinator');
  await page.goto('/requests?view=all&sort=name&limit=100');
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/cursor=/, { timeout: 30_000 });
  const address = page.url();
  const row = page.locator('a[id^="row-"]').nth(60);
  const id = (await row.getAttribute('id')) ?? '';
  await row.scrollIntoViewIfNeeded();
  const y = await page.evaluate(() => window.scrollY);
  expect(y).toBeGreaterThan(500);
  for (const back of ['the browser', 'the browser after a reload', 'the link', 'the link after a reload']) {
    await test.step(`by ${back}`, async () => {
      await page.locator(`#${id}`).click();
      await expect(page).toHaveURL(/MR-/);
      if (back.endsWith('reload')) await page.reload();
      if (back.startsWith('the link')) await page.getByRole('main').getByRole('link', { name: 'Requests' }).click();
      else await page.goBack();
      await expect(page).toHaveURL(address);
      await expect(page.locator(`#${id}`)).toBeFocused();
      await expect(page.locator(`#${id}`)).toBeInViewport();
      expect(Math.abs((await page.evaluate(() => window.scrollY)) - y)).toBeLessThan(40);
    });
  }
});

test('columns are chosen, put in order, sized and kept; the export says what leaves', async ({ page }) => {
  const complaints = watch(page);
  await signInAs(page, 'manager');
  await page.goto('/requests?view=all');
  // The first column holds the boxes to pick rows with, and no words.
  const heads = async () =>
    (await page.getByRole('columnheader').allTextContents()).slice(1).map((words) => words.replace(/[↑↓]/g, ''));
  await page.getByRole('button', { name: 'Columns' }).click();
  const panel = page.getByRole('dialog', { name: 'Columns' });
  await panel.getByRole('button', { name: 'Reset' }).click();
  const usual = await heads();
  const saved = saves(page);
  await panel.getByLabel('Number', { exact: true }).check();
  await panel.getByLabel('Missing', { exact: true }).uncheck();
  await expect(panel.getByLabel('Person', { exact: true })).toBeDisabled();
  await panel.getByRole('button', { name: 'Move Due left' }).press('Enter');
  await panel.getByRole('button', { name: 'Make Person wider' }).press('Enter');
  await panel.getByLabel('comfortable').check();
  await axe(page, 'the panel of columns');
  const wanted = ['Person', 'Number', 'Complaint', 'Stage', 'Whose turn', 'Due', 'Waiting'];
  expect(await heads()).toEqual(wanted);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
  await saved();
  await page.reload();
  await expect.poll(heads).toEqual(wanted);
  await expect(page.getByRole('table', { name: 'Requests' })).toHaveAttribute('data-density', 'comfortable');

  await test.step('an edge is pulled, and the width kept', async () => {
    const head = page.getByRole('columnheader', { name: 'Person' });
    const before = (await head.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(before.x + before.width - 3, before.y + 12);
    await page.mouse.down();
    await page.mouse.move(before.x + before.width + 57, before.y + 12, { steps: 5 });
    await page.mouse.up();
    await expect
      .poll(async () => Math.round(((await head.boundingBox())?.width ?? 0) - before.width - 60))
      .toBeLessThan(4);
    await saved();
    const pulled = (await head.boundingBox())?.width ?? 0;
    expect(pulled).toBeGreaterThan(before.width + 40);
    await page.reload();
    expect(Math.abs(((await head.boundingBox())?.width ?? 0) - pulled)).toBeLessThan(4);
  });

  await test.step('the house’s own again', async () => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog', { name: 'Columns' }).getByRole('button', { name: 'Reset' }).click();
    expect(await heads()).toEqual(usual);
    await page.keyboard.press('Escape');
  });

  await test.step('the export', async () => {
    await page.goto('/requests?view=all&stage=closed');
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/\d/);
    const found = Number(((await page.getByRole('search').getByRole('status').textContent()) ?? '').replace(/\D/g, ''));
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(`${found.toLocaleString('en-US')} requests`);
    await expect(dialog).toContainText('leaves the protected desk');
    await axe(page, 'the question before an export');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: /^Export/ }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n')).toHaveLength(found + 1);
  });
  expect(complaints).toEqual([]);
});

for (const [path, part, home] of [
  ['/requests?view=all&stage=nowhere', 'The stage', 'Show my list'],
  ['/follow-ups?owner=you', 'The owner', 'Show my follow-ups'],
  ['/stats?from=2026-02-31', 'The first day', 'Show the last 90 days'],
  ['/admin/audit?outcome=maybe', 'The outcome', 'Show the whole audit'],
] as const)
  test(`${path} names what is wrong and leads on`, async ({ page }) => {
    await signInAs(page, 'manager');
    await page.goto(path);
    await expect(page.getByText(part)).toBeVisible();
    await axe(page, path);
    await page.getByRole('link', { name: home }).click();
    await expect(page.getByText('cannot be read')).toHaveCount(0);
  });
