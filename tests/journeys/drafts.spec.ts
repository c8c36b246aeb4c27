import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { violations } from './accessible';
import { alive, LAST_NAME, post, releaseAll, send, signInAs, watch } from './desk';
import { aMember, pool } from './members';

const PASSWORD = 'foramen-demo';
const idle = (id: string) =>
  pool.query("update session set last_seen_at = now() - interval '15 minutes 1 second' where staff_id = $1", [id]);
const draftsOf = async (id: string) =>
  (await pool.query('select id from draft where staff_id = $1', [id])).rowCount ?? 0;
const notesSaying = async (text: string) =>
  (await pool.query('select id from note where text = $1', [text])).rowCount ?? 0;

const words = (what: string) => `${what} ${crypto.randomUUID()}`;
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });
const noteForm = (page: Page) => page.locator('form', { has: note(page) });
const cover = (page: Page) => page.getByRole('dialog', { name: 'You were signed out' });
const lookAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

async function writing(page: Page, email: string, number: string) {
  await signInAs(page, email);
  await openAwake(page, `/requests/${number}`);
  await alive(note(page));
}
/** The page asks after its session once its script has woken up: what is typed from then on is heard. */
async function openAwake(page: Page, path: string) {
  const asked = page.waitForResponse(/\/api\/session$/);
  await page.goto(path);
  await asked;
}
/** A page that gets the focus asks whose session it is. Here it is not told before the hand has finished typing. */
async function unasked(page: Page): Promise<() => void> {
  let go = () => {};
  const typed = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(/\/api\/session$/, async (route) => {
    await typed;
    await route.continue();
  });
  return go;
}
/** Whether all parts that the page has asked for are there: without the network it would go looking for them. */
function quiet(page: Page): () => boolean {
  const asked = new Set<object>();
  page.on('request', (one) => /_next\/static|_rsc=/.test(one.url()) && asked.add(one));
  page.on('requestfinished', (one) => asked.delete(one));
  page.on('requestfailed', (one) => asked.delete(one));
  return () => asked.size === 0;
}
async function typeNote(page: Page, text: string) {
  await alive(note(page));
  await note(page).fill(text);
  await expect(noteForm(page).getByText(/^Draft saved/)).toBeVisible();
}
async function signInAgain(page: Page) {
  await cover(page).getByLabel('Password', { exact: true }).fill(PASSWORD);
  await cover(page).getByRole('button', { name: 'Go on' }).click();
}
async function aRequest({ request }: BrowserContext) {
  return post(request, { firstName: `Dee${Date.now().toString(36)}` });
}

test('a half-written note is there again after a reload, says since when, and can be discarded and brought back', async ({
  page,
  context,
}) => {
  const complaints = watch(page);
  const { id, email } = await aMember('coordinator');
  const text = words('Half a thought');
  await writing(page, email, await aRequest(context));
  const height = (await noteForm(page).boundingBox())?.height;
  await note(page).focus();
  await page.keyboard.type(text.slice(0, 1));
  const open = (await noteForm(page).boundingBox())?.height;
  await page.keyboard.type(text.slice(1));
  await expect(noteForm(page).getByText(/^Draft saved \d+:\d\d [AP]M$/)).toBeVisible();
  expect((await noteForm(page).boundingBox())?.height, 'the form does not jump').toBe(open);
  expect(height).toBeDefined();

  await page.reload();
  await expect(note(page)).toHaveValue(text);
  await expect(noteForm(page).getByText(/^Draft of \d+:\d\d [AP]M$/)).toBeVisible();
  expect(await draftsOf(id), 'nothing is saved while nothing changed').toBe(1);
  await noteForm(page).getByRole('button', { name: 'Discard' }).click();
  await expect(note(page)).toHaveValue('');
  await expect.poll(() => draftsOf(id)).toBe(0);
  await noteForm(page).getByRole('button', { name: 'Undo' }).click();
  await expect(note(page)).toHaveValue(text);
  await expect.poll(() => draftsOf(id)).toBe(1);

  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByLabel('Notes, contacts and events').getByText(text)).toBeVisible();
  await expect(note(page)).toHaveValue('');
  expect([await draftsOf(id), await notesSaying(text)]).toEqual([0, 1]);
  await page.reload();
  await expect(note(page)).toHaveValue('');
  expect(complaints).toEqual([]);
});

test('every form keeps its draft: a call, a follow-up, a corrected part, a phone entry', async ({ page, context }) => {
  const { email } = await aMember('coordinator');
  const number = await aRequest(context);
  await writing(page, email, number);
  await page.getByRole('tab', { name: 'Contact' }).click();
  await page.getByRole('radio', { name: 'Reached', exact: true }).check({ force: true });
  await page.getByRole('textbox', { name: 'What was said' }).fill('Said she would ring.');
  await page.getByRole('tab', { name: 'Follow-up' }).click();
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Ring the daughter');
  await page.getByRole('button', { name: 'Edit report' }).click();
  await page.getByLabel('Text of the radiology report').fill('L4-L5: half a report.');
  const part = page.getByRole('region', { name: 'Report', exact: true });
  await expect(part.getByText(/^Draft saved/)).toBeVisible();

  await page.reload();
  await expect(page.getByRole('tab', { name: 'Contact' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('textbox', { name: 'What was said' })).toHaveValue('Said she would ring.');
  await expect(page.getByRole('radio', { name: 'Reached', exact: true })).toBeChecked();
  await expect(page.getByLabel('Text of the radiology report')).toHaveValue('L4-L5: half a report.');
  await expect(part.getByText(/^Draft of/)).toBeVisible();
  await page.getByRole('tab', { name: 'Follow-up' }).click();
  await expect(page.getByRole('textbox', { name: 'What is to be done' })).toHaveValue('Ring the daughter');
  await part.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(part.getByText('Saved', { exact: true })).toBeVisible();
  await expect(part.getByText('L4-L5: half a report.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Text of the radiology report')).toBeHidden();

  await openAwake(page, '/requests/new');
  await page.getByRole('textbox', { name: 'First name' }).fill('Ines');
  await page.getByRole('textbox', { name: 'Last name' }).fill(LAST_NAME);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('Ines');
  await expect(page.getByRole('textbox', { name: 'Last name' })).toHaveValue(LAST_NAME);
  await expect(page.getByText(/^Draft of/)).toBeVisible();
});

test('a decision half-marked is there again after signing out and in', async ({ page, context }) => {
  const { id, email } = await aMember('surgeon');
  const desk = await aMember('coordinator');
  const number = await aRequest(context);
  await pool.query("update request set stage = 'in_review', surgeon_id = $2, claimed_at = now() where number = $1", [
    Number(number.slice(3)),
    id,
  ]);
  expect(desk.id).not.toBe(id);
  await signInAs(page, email);
  await openAwake(page, '/review');
  await page.getByRole('radio', { name: /likely, needs exam/i }).check({ force: true });
  await page.getByLabel(/in plain words|message/i).fill('We would like to see you.');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await signInAs(page, email);
  await page.goto('/review');
  await expect(page.getByLabel(/in plain words|message/i)).toHaveValue('We would like to see you.');
  await expect(page.getByRole('radio', { name: /likely, needs exam/i })).toBeChecked();
  await expect(page.getByText(/^Draft of/)).toBeVisible();
  await releaseAll(page);
});

test('left idle, the page is covered and stays; with the password the refused save goes on, once', async ({
  page,
  context,
}) => {
  const { id, email } = await aMember('coordinator');
  const text = words('Typed before lunch');
  const number = await aRequest(context);
  await writing(page, email, number);
  await typeNote(page, text);
  await idle(id);
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(cover(page)).toBeVisible();
  expect(await notesSaying(text)).toBe(0);
  await nothingShowsThrough(page);
  expect(await violations(page)).toEqual([]);

  await cover(page).getByLabel('Password', { exact: true }).fill('not this one');
  await cover(page).getByRole('button', { name: 'Go on' }).click();
  await expect(cover(page).getByRole('alert')).toContainText('wrong');
  await signInAgain(page);
  await expect(cover(page)).toBeHidden();
  await expect(page.getByLabel('Notes, contacts and events').getByText(text)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(number));
  expect([await notesSaying(text), await draftsOf(id)]).toEqual([1, 0]);
});

test('what is typed while the session has ended is kept once the same person is back', async ({
  page,
  context,
  browser,
}) => {
  const { id, email } = await aMember('coordinator');
  const text = words('Typed into a dead session');
  const number = await aRequest(context);
  await writing(page, email, number);
  const go = await unasked(page);
  await pool.query('update session set revoked_at = now() where staff_id = $1', [id]);
  await note(page).fill(text);
  // The bell rings for this request: a page that drew itself again now would be the sign-in.
  const rang = page.waitForRequest(/\/api\/session$/);
  const colleague = await (await browser.newContext()).newPage();
  await signInAs(colleague, 'manager');
  await send(colleague, `/requests/${number}/notes`, { text: words('Rang') });
  await colleague.context().close();
  await rang;
  go();
  await expect(cover(page)).toBeVisible();
  expect(await draftsOf(id)).toBe(0);
  await signInAgain(page);
  await expect(cover(page)).toBeHidden();
  await expect(note(page)).toHaveValue(text);
  await expect(noteForm(page).getByText(/^Draft saved/)).toBeVisible();
  expect(await draftsOf(id)).toBe(1);
});

test('what is typed before the page has woken up is there when it has, and is kept', async ({ page, context }) => {
  const { id, email } = await aMember('coordinator');
  const text = words('Typed at once');
  const number = await aRequest(context);
  await signInAs(page, email);
  let wakeUp = () => {};
  const morning = new Promise<void>((resolve) => {
    wakeUp = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await morning;
    await route.continue();
  });
  await page.goto(`/requests/${number}`, { waitUntil: 'commit' });
  await note(page).fill(text);
  wakeUp();
  await expect(noteForm(page).getByText(/^Draft saved/)).toBeVisible();
  await expect(note(page)).toHaveValue(text);
  expect(await draftsOf(id)).toBe(1);
});

test('another person on the same computer finds nothing of the first, and the first finds all of it', async ({
  page,
  context,
}) => {
  const first = await aMember('coordinator', 'First Person');
  const second = await aMember('coordinator', 'Second Person');
  const text = words('For my eyes');
  const number = await aRequest(context);
  await writing(page, first.email, number);
  await typeNote(page, text);
  const other = await context.newPage();
  await other.goto('/me');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByText(text)).toHaveCount(0);
  await expect(page.getByText(LAST_NAME)).toHaveCount(0);

  await signInAs(other, second.email);
  await other.goto(`/requests/${number}`);
  await expect(note(other)).toHaveValue('');
  expect(await other.content()).not.toContain(text);
  expect(await storedOn(other)).not.toContain(text);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/sign-in/);

  await writing(other, first.email, number);
  await expect(note(other)).toHaveValue(text);
});

test('a page whose person is no longer the one signed in is dropped whole, and keeps nothing for the other', async ({
  page,
  context,
}) => {
  const first = await aMember('coordinator', 'First Person');
  const second = await aMember('coordinator', 'Second Person');
  const text = words('Typed behind a back');
  const asked: string[] = [];
  page.on('dialog', (dialog) => asked.push(dialog.type()) && dialog.accept());
  await writing(page, first.email, await aRequest(context));
  const go = await unasked(page);
  // Signed in by other means than a tab of the desk: no tab tells the others.
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json();
  await context.request.post('/api/auth/callback/credentials', {
    headers: { origin: new URL(process.env.BASE_URL ?? '').origin },
    form: { csrfToken, email: second.email, password: PASSWORD, json: 'true' },
  });
  await note(page).fill(text);
  go();
  await expect(page).not.toHaveURL(/MR-/);
  await expect(page.getByRole('link', { name: 'Second Person' })).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);
  expect(asked, 'nobody is asked whether it may go').toEqual([]);
  expect([await draftsOf(first.id), await draftsOf(second.id)]).toEqual([0, 0]);
});

test('two windows on one note: the newer stands, the older says so and loses nothing', async ({ page, context }) => {
  const { id, email } = await aMember('coordinator');
  const number = await aRequest(context);
  await writing(page, email, number);
  await typeNote(page, 'From the first window');
  const second = await context.newPage();
  await openAwake(second, `/requests/${number}`);
  await expect(note(second)).toHaveValue('From the first window');
  await typeNote(second, 'From the second window');
  await expect(noteForm(page).getByText(/^A newer draft of .* is in another window$/)).toBeVisible();
  await expect(note(page)).toHaveValue('From the first window');
  await noteForm(page).getByRole('button', { name: 'Show it' }).click();
  await expect(note(page)).toHaveValue('From the second window');
  await noteForm(page).getByRole('button', { name: 'Undo' }).click();
  await expect(note(page)).toHaveValue('From the first window');
  await expect(noteForm(second).getByText(/is in another window$/)).toBeVisible();

  const sent = words('Sent from the first');
  await note(page).fill(sent);
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByLabel('Notes, contacts and events').getByText(sent)).toBeVisible();
  expect([await notesSaying(sent), await draftsOf(id)]).toEqual([1, 0]);
});

test('offline for an hour: the text stays, says so, is not on this computer, and is kept when back', async ({
  page,
  context,
}) => {
  const { id, email } = await aMember('coordinator');
  const text = words('Typed in a tunnel');
  await page.clock.install();
  const isQuiet = quiet(page);
  await writing(page, email, await aRequest(context));
  await expect.poll(isQuiet).toBe(true);
  await context.setOffline(true);
  await note(page).fill(text);
  await page.clock.runFor(5_000);
  await expect(noteForm(page).getByText('Offline: not saved yet, kept in this window')).toBeVisible();
  expect(await storedOn(page)).not.toContain(text);
  // Nobody can say over the network that the session ended: after a quarter of an hour the page covers itself.
  await page.clock.fastForward('01:00:00');
  await expect(cover(page)).toBeVisible();
  await idle(id);
  await context.setOffline(false);
  await signInAgain(page);
  await expect(cover(page)).toBeHidden();
  await expect(note(page)).toHaveValue(text);
  await expect(noteForm(page).getByText(/^Draft saved/)).toBeVisible();
  expect(await draftsOf(id)).toBe(1);
});

for (const [way, hours] of [
  ['fast', 1],
  ['slow', -1],
] as const)
  test(`a computer whose clock is an hour ${way} shows the clinic’s times and ends nobody’s session`, async ({
    page,
    context,
    browser,
  }) => {
    const { email } = await aMember('coordinator');
    const number = await aRequest(context);
    const right = await (await browser.newContext()).newPage();
    await signInAs(right, email);
    await page.clock.setSystemTime(Date.now() + hours * 3_600_000);
    await writing(page, email, number);
    await right.goto(`/requests/${number}`);
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now())).toBeGreaterThan(3_000_000);
    // Typing is heard once the page is awake: what the server drew would tell the right times by itself.
    await typeNote(page, 'By whose clock');
    const times = (of: Page) => of.locator('time:not(form time)').allTextContents();
    expect((await times(page)).length).toBeGreaterThan(0);
    expect(await times(page)).toEqual(await times(right));
    await lookAgain(page);
    await expect(page.getByText('you will be signed out')).toHaveCount(0);
    await expect(cover(page)).toBeHidden();
    const shown = await noteForm(page).locator('time').getAttribute('datetime');
    expect(Math.abs(Date.parse(shown ?? '') - Date.now())).toBeLessThan(60_000);
    const left = (await (await page.request.get('/api/session')).json()).secondsLeft;
    expect(left).toBeGreaterThan(14 * 60);
  });

/** Whatever is kept on this computer: a shared one must hold nobody's words. */
function storedOn(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), document.cookie]),
  );
}

/** At every point of the window the topmost thing belongs to the cover. */
async function nothingShowsThrough(page: Page) {
  const seen = await page.evaluate(() => {
    const found = new Set<string>();
    for (let x = 1; x < innerWidth; x += 23)
      for (let y = 1; y < innerHeight; y += 23) {
        // The room kept for a scroll bar holds nothing at all.
        const top = document.elementFromPoint(x, y);
        if (top) found.add(top.closest('dialog') ? 'cover' : 'page');
      }
    return [...found];
  });
  expect(seen).toEqual(['cover']);
}
