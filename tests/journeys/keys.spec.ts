import { expect, type Page, test } from '@playwright/test';
import { violations } from './accessible';
import { LAST_NAME, post, signInAs, watch } from './desk';

const row = (page: Page, number: string) => page.locator(`tr[data-number="${number}"]`);
const peek = (page: Page, number = '') => page.getByRole('complementary', { name: `Peek at ${number}` });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('tr')?.dataset.number ?? null);

/** A list of our own, so that nothing else in the demo moves it: newest first, as they came. */
async function freshOnes(page: Page, many: number, tag: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let one = 0; one < many; one += 1) numbers.push(await post(page.request, { firstName: `Key${one}` }));
  const origin = new URL(process.env.BASE_URL ?? '').origin;
  for (const number of numbers) {
    const answer = await page.request.post(`/api/v1/requests/${number}/tags`, {
      headers: { origin },
      data: { add: [tag] },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  }
  return numbers;
}
const aTag = () =>
  `t${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')
    .slice(0, 8)}`;

/** Keys are heard once the page has come alive. */
async function goTo(page: Page, path: string) {
  await page.goto(path);
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main > *') ?? {}).some((key) => key.startsWith('__react')),
  );
}
/** Presses until the page, come alive, answers. */
async function wake(page: Page, key: string, answer: () => Promise<boolean>) {
  await expect
    .poll(async () => {
      await page.keyboard.press(key);
      return answer();
    })
    .toBe(true);
}
async function toFirst(page: Page, numbers: readonly string[]) {
  for (let press = 0; press < 200 && !numbers.includes((await focused(page)) ?? ''); press += 1)
    await page.keyboard.press('j');
}
async function noAxe(page: Page, state: string) {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations(page, scheme === 'light' ? 'every rule' : 'colour'), `${state} ${scheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('twenty requests are triaged with keys alone, in the list and the peek panel', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watch(page);
  await signInAs(page, 'coordinator');
  const tag = aTag();
  const numbers = await freshOnes(page, 20, tag);
  await goTo(page, `/requests?view=new&tag=${tag}&sort=received`);
  await expect(row(page, numbers[0] ?? '')).toBeVisible();
  const address = page.url();
  await toFirst(page, numbers);
  const order = await page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset.number ?? ''));
  const mine = order.filter((number) => numbers.includes(number));
  expect(mine).toHaveLength(20);

  await page.keyboard.press('Space');
  for (const [at, number] of mine.entries()) {
    await expect(peek(page, number).getByRole('heading', { level: 2 })).toContainText(LAST_NAME);
    await expect(peek(page, number).getByRole('button', { name: 'Start triage' })).toBeVisible();
    if (at === 3) {
      await page.keyboard.press('n');
      await expect(peek(page, number).getByRole('textbox', { name: 'Note' })).toBeFocused();
      await page.keyboard.type('Rang, no answer.');
      await page.keyboard.press('Control+Enter');
      await expect(peek(page, number).getByText('Rang, no answer.')).toBeVisible();
      await expect(peek(page, number).getByRole('textbox', { name: 'Note' })).toHaveValue('');
      await page.keyboard.press('Escape');
    }
    if (at === 5) {
      await page.keyboard.press('a');
      await page.getByRole('menuitem', { name: 'Me', exact: true }).press('Enter');
      await expect(page.getByRole('status').filter({ hasText: `${number} is with` })).toBeVisible();
      await expect(page.getByRole('menu')).toHaveCount(0);
    }
    await page.keyboard.press('m');
    await expect(peek(page, number).getByRole('button', { name: 'Start triage' })).toBeFocused();
    await page.keyboard.press('Enter');
    const next = mine[at + 1];
    if (!next) break;
    await expect(peek(page, next)).toBeVisible();
    await expect.poll(() => focused(page)).toBe(next);
  }
  await expect(peek(page).getByText('That was the last one on this page')).toBeVisible();
  for (const number of mine) {
    const { stage } = await (await page.request.get(`/api/v1/requests/${number}`)).json();
    expect([number, stage]).toEqual([number, 'triage']);
  }
  expect(page.url()).toBe(address);
  await page.keyboard.press('Escape');
  await expect(peek(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('what a move asks for is answered with keys in the panel, and the next row is at hand', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'coordinator');
  const tag = aTag();
  const numbers = await freshOnes(page, 2, tag);
  const origin = new URL(process.env.BASE_URL ?? '').origin;
  for (const number of numbers)
    await page.request.post(`/api/v1/requests/${number}/moves`, {
      headers: { origin },
      data: { version: 1, to: 'triage' },
    });
  await goTo(page, `/requests?view=all&stage=triage&tag=${tag}&sort=received`);
  await toFirst(page, [numbers[0] ?? '']);
  await page.keyboard.press('m');
  await expect(peek(page).getByRole('button', { name: 'Ask for more' })).toBeFocused();
  await page.keyboard.press('Enter');
  const ask = page.getByRole('dialog', { name: 'Ask for more' });
  await expect(ask.getByRole('checkbox', { name: /Report/ })).toBeChecked();
  await ask.getByRole('button', { name: 'Ask for more' }).press('Enter');
  await expect(peek(page, numbers[1])).toBeVisible();
  await expect.poll(() => focused(page)).toBe(numbers[1]);
  await expect(row(page, numbers[0] ?? '')).toHaveCount(0);
});

test('a slip is undone by a key, and the row is back', async ({ page }) => {
  await signInAs(page, 'coordinator');
  const tag = aTag();
  const [number = ''] = await freshOnes(page, 2, tag);
  await goTo(page, `/requests?view=new&tag=${tag}&sort=received`);
  await toFirst(page, [number]);
  await page.keyboard.press('m');
  await expect(peek(page, number).getByRole('button', { name: 'Start triage' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `${number} is now in triage` })).toBeVisible();
  await expect(row(page, number)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row(page, number)).toBeVisible();
});

test('many rows at once: picked by keys, each told for itself, and undone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'coordinator');
  const tag = aTag();
  const numbers = await freshOnes(page, 6, tag);
  const flagged = await post(page.request, { firstName: 'Flag', redFlags: { CES1: 'yes' } });
  const origin = new URL(process.env.BASE_URL ?? '').origin;
  await page.request.post(`/api/v1/requests/${flagged}/tags`, { headers: { origin }, data: { add: [tag] } });
  await goTo(page, `/requests?view=new&tag=${tag}&sort=received`);
  await toFirst(page, [flagged]);
  await page.keyboard.press('x');
  await toFirst(page, numbers);
  await page.keyboard.press('x');
  for (const _ of numbers.slice(1)) await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  const bar = page.getByRole('region', { name: 'Selected requests' });
  await expect(bar.getByRole('status').first()).toHaveText('7 selected');
  await expect(bar.getByRole('button')).toHaveText([/^Assign$/, /^To triage$/, /^Close$/, /^Tag$/, /^Unselect/]);
  await noAxe(page, 'bulk bar');

  await bar.getByRole('button', { name: 'Close' }).press('Enter');
  const ask = page.getByRole('dialog', { name: 'Close: 7 requests' });
  await expect(ask.getByRole('radiogroup', { name: 'Reason' })).toBeVisible();
  await noAxe(page, 'bulk close');
  await ask.getByRole('radio', { name: /Duplicate/i }).check();
  await ask.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  const results = page.getByRole('region', { name: 'What became of each request' });
  await expect(results.getByRole('status')).toHaveText('6 done, 1 refused');
  await expect(results.getByRole('listitem').first()).toContainText(flagged);
  await expect(results.getByRole('listitem').first()).toContainText('a red flag is closed by a clinician');
  const stageOf = async (number: string) => (await (await page.request.get(`/api/v1/requests/${number}`)).json()).stage;
  expect(await stageOf(numbers[0] ?? '')).toBe('closed');
  expect(await stageOf(flagged)).toBe('new');
  await page.keyboard.press('Control+z');
  await expect(results.getByRole('status')).toHaveText('6 done');
  await noAxe(page, 'bulk results');
  for (const number of numbers) expect([number, await stageOf(number)]).toEqual([number, 'new']);
});

test('all on the page, then all in the view: the red flags pinned above are of neither', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'coordinator');
  const tag = aTag();
  const numbers = await freshOnes(page, 5, tag);
  await goTo(page, `/requests?view=new&tag=${tag}&sort=received&limit=2`);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  const bar = page.getByRole('region', { name: 'Selected requests' });
  await expect(bar.getByRole('status').first()).toHaveText('2 selected');
  await bar.getByRole('button', { name: 'Select all 5 in this view' }).click();
  await expect(bar.getByRole('status').first()).toHaveText('5 selected');
  await bar.getByRole('button', { name: 'Tag', exact: true }).click();
  const ask = page.getByRole('dialog', { name: 'Tag' });
  await ask.getByRole('textbox', { name: 'Tag to put on' }).fill('305-555-0123');
  await ask.getByRole('button', { name: 'Put on' }).click();
  await expect(ask.getByRole('alert')).toHaveText('no numbers or addresses of a person');
  await ask.getByRole('textbox', { name: 'Tag to put on' }).fill('second call');
  await ask.getByRole('textbox').press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Tag “second call”: 5 done' })).toBeVisible();
  const tagsOf = async (number: string) => (await (await page.request.get(`/api/v1/requests/${number}`)).json()).tags;
  for (const number of numbers) expect(await tagsOf(number)).toEqual([tag, 'second call']);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'What became of each request' }).getByRole('status')).toHaveText(
    '5 done',
  );
  for (const number of numbers) expect(await tagsOf(number)).toEqual([tag]);
});

test('changed meanwhile: the row says so and stays as the other left it', async ({ page }) => {
  await signInAs(page, 'coordinator');
  const tag = aTag();
  const numbers = await freshOnes(page, 2, tag);
  await goTo(page, `/requests?view=new&tag=${tag}&sort=received`);
  for (const number of numbers) await page.getByRole('checkbox', { name: new RegExp(`^Select ${number},`) }).check();
  const origin = new URL(process.env.BASE_URL ?? '').origin;
  await page.request.post(`/api/v1/requests/${numbers[0]}/moves`, {
    headers: { origin },
    data: { version: 1, to: 'triage' },
  });
  await page.getByRole('region', { name: 'Selected requests' }).getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('menuitem').first().click();
  const results = page.getByRole('region', { name: 'What became of each request' });
  await expect(results.getByRole('status')).toHaveText('1 done, 1 changed meanwhile');
  await expect(results.getByRole('listitem').first()).toContainText(numbers[0] ?? '');
});

test('the palette goes to a page, a view and a request by some letters, and names its controls', async ({ page }) => {
  await signInAs(page, 'coordinator');
  const number = await post(page.request, { firstName: 'Palette' });
  await goTo(page, '/requests?view=all');
  const palette = page.getByRole('dialog', { name: 'Go anywhere, do anything' });
  await wake(page, 'Control+k', () => palette.isVisible());
  await expect(palette.getByRole('combobox', { name: 'Page, view, request or step' })).toBeFocused();
  await expect(palette.getByRole('listbox', { name: 'What fits' })).toMatchAriaSnapshot(`
    - listbox "What fits":
      - text: Go to
      - option /Requests.*/ [selected]
      - option /Follow-ups.*/
      - option /Stats.*/
      - option "My activity"
      - option /New request.*/
      - option "Your account"
  `);
  await noAxe(page, 'palette');
  await page.keyboard.type('fllw');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/follow-ups/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(String(Number(number.slice(3))));
  await expect(palette.getByRole('option').first()).toHaveText(`Open ${number}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(LAST_NAME);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/\/requests$/);
});

test('the sheet shows what works here; single keys switched off stay off, and arrows still move', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'manager');
  await goTo(page, '/requests?view=all');
  const sheet = page.getByRole('dialog', { name: 'Keys on this page' });
  await wake(page, '?', () => sheet.isVisible());
  await expect(sheet.getByRole('region', { name: 'In the list' })).toBeVisible();
  await expect(sheet.getByRole('region', { name: 'Decision' })).toHaveCount(0);
  await expect(sheet.getByText('New request')).toHaveCount(0);
  await noAxe(page, 'sheet');
  const single = sheet.getByRole('checkbox', { name: 'Single letters and digits as commands' });
  await single.uncheck();
  await expect(sheet.getByRole('status')).toHaveText('Saved');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await goTo(page, '/requests?view=all');
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  expect(await focused(page)).toBeNull();
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).not.toBeNull();
  await goTo(page, '/me');
  const mine = page.getByRole('checkbox', { name: 'Single letters and digits as commands' });
  await expect(mine).not.toBeChecked();
  await mine.check();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.reload();
  await expect(mine).toBeChecked();
});

test('nothing fires while something is typed, a menu is open or a dialog is in front', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'coordinator');
  await goTo(page, '/requests?view=all');
  const isSearching = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Search requests');
  await wake(page, '/', isSearching);
  await page.keyboard.type('jxg ?');
  await expect(page.getByRole('searchbox')).toHaveValue('jxg ?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, '/requests?view=all');
  await page.getByRole('button', { name: /^Sorted by:/ }).press('Enter');
  await page.keyboard.press('x');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Selected requests' })).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

test('the peek names every control, is a sheet where there is no room, and gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'coordinator');
  const tag = aTag();
  const [number = ''] = await freshOnes(page, 1, tag);
  await goTo(page, `/requests?view=new&tag=${tag}&sort=received`);
  await toFirst(page, [number]);
  await page.keyboard.press('Space');
  await expect(peek(page, number).getByRole('heading', { level: 2 })).toContainText(LAST_NAME);
  await expect(peek(page, number)).toMatchAriaSnapshot(`
    - complementary /Peek at MR-\\d+/:
      - status
      - link /Open MR-\\d+/
      - button "Close the peek"
      - heading [level=2]
      - list "Tags":
        - listitem:
          - button /Take off “.*”/
      - textbox /Add a tag to MR-\\d+/
      - button "Start triage"
      - button "Close"
      - button "Assign"
      - region "Complaint"
      - region "Add a note":
        - textbox "Note"
        - button "Save note"
      - region "Last notes and contacts":
        - heading "Last notes and contacts" [level=3]
        - paragraph: Nothing was written yet.
  `);
  await noAxe(page, 'peek');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(number);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.keyboard.press('Space');
  await expect(peek(page, number)).toBeFocused();
  await expect(peek(page, number).getByRole('heading', { level: 2 })).toContainText(LAST_NAME);
  await noAxe(page, 'peek sheet');
  await page.keyboard.press('Escape');
  await expect(peek(page)).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe(number);
});

test('what was typed in the peek is not lost by going on', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'coordinator');
  const tag = aTag();
  const numbers = await freshOnes(page, 2, tag);
  await goTo(page, `/requests?view=new&tag=${tag}&sort=received`);
  await toFirst(page, numbers);
  const first = (await focused(page)) ?? '';
  await page.keyboard.press('n');
  await expect(peek(page, first).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Half a sen');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(peek(page, first).getByRole('alert')).toContainText('not saved yet');
  await expect(peek(page, first).getByRole('textbox', { name: 'Note' })).toHaveValue('Half a sen');
});

test('a surgeon peeks at their own, and is told of one that is free', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'surgeon2');
  await goTo(page, '/requests?view=ready');
  const free = page.locator('tr[data-number]:not([data-opens])').first();
  await expect(free).toBeVisible();
  const number = (await free.getAttribute('data-number')) ?? '';
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/api/v1/requests/') && asked.push(request.url()));
  await toFirst(page, [number]);
  await page.keyboard.press('Space');
  await expect(peek(page, number).getByText(/Free to claim/)).toBeVisible();
  expect(asked).toEqual([]);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
