import { type Browser, expect, type Page, test } from '@playwright/test';
import { aFullIntake } from '../house/intake';
import { violations } from './accessible';
import { post, releaseAll, signInAs, watch } from './desk';
import { aMember } from './members';

const unique = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 5);
const second = process.env.BASE_URL_2 ?? process.env.BASE_URL ?? '';

async function seat(browser: Browser, person: string, password?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, person, password);
  return page;
}

/** A colleague with a name of their own, at another desk. */
async function aColleague(browser: Browser, role: string) {
  const name = `Noor ${unique()}`;
  const { email } = await aMember(role, name);
  return { page: await seat(browser, email), name };
}

/** `version` is read by who may open it: a surgeon who takes one may not yet. */
async function change(page: Page, number: string, what: string, body: object, reader = page) {
  const { version } = await (await reader.request.get(`/api/v1/requests/${number}`)).json();
  const answer = await page.request.post(`/api/v1/requests/${number}/${what}`, {
    headers: { origin: new URL(process.env.BASE_URL ?? '').origin },
    data: { version, ...body },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
async function note(page: Page, number: string, text: string) {
  const answer = await page.request.post(`/api/v1/requests/${number}/notes`, {
    headers: { origin: new URL(process.env.BASE_URL ?? '').origin },
    data: { text },
  });
  expect(answer.status()).toBe(201);
}
const noViolations = async (page: Page) => expect(await violations(page)).toEqual([]);

test('another person’s change is there within a second, under a row that does not move; new rows wait to be shown', async ({
  browser,
  request,
}) => {
  const firstName = `Bea${unique()}`;
  const first = await post(request, { firstName });
  const desk = await seat(browser, 'coordinator');
  const complaints = watch(desk);
  const manager = await seat(browser, 'manager');
  await desk.goto(`/requests?view=all&q=${firstName}`);
  const row = desk.getByRole('row').filter({ hasText: firstName });
  await expect(row).toContainText('New');
  await row.hover();
  const before = await row.boundingBox();

  await change(manager, first, 'moves', { to: 'triage' });
  await expect(row).toContainText('Triage');
  expect(await row.boundingBox()).toEqual(before);

  await post(request, { firstName: `${firstName}b` });
  const pill = desk.getByRole('button', { name: /1 new/ });
  await expect(pill).toBeVisible();
  expect(await row.first().boundingBox()).toEqual(before);
  await expect(desk.getByRole('row').filter({ hasText: firstName })).toHaveCount(1);
  await expect(desk.getByRole('search').getByRole('status')).toHaveText('2 requests');
  await noViolations(desk);
  await pill.click();
  await expect(desk.getByRole('row').filter({ hasText: firstName })).toHaveCount(2);
  await expect(pill).toBeHidden();
  expect(complaints).toEqual([]);
});

test('a row that leaves the list stays under the hand and says so', async ({ browser, request }) => {
  const firstName = `Cleo${unique()}`;
  const number = await post(request, { firstName });
  const desk = await seat(browser, 'coordinator');
  const manager = await seat(browser, 'manager');
  await desk.goto(`/requests?view=new&q=${firstName}`);
  const row = desk.getByRole('row').filter({ hasText: firstName });
  await expect(row).toBeVisible();
  await change(manager, number, 'moves', { to: 'triage' });
  await expect(row).toContainText('no longer on this page');
  await desk.reload();
  await expect(row).toHaveCount(0);
});

test('who reads a request is named beside it, in the list and on the page, until they leave', async ({
  browser,
  request,
}) => {
  const firstName = `Dora${unique()}`;
  const number = await post(request, { firstName });
  const desk = await seat(browser, 'coordinator');
  const { page: other, name } = await aColleague(browser, 'coordinator');
  await desk.goto(`/requests?view=all&q=${firstName}`);
  const row = desk.getByRole('row').filter({ hasText: firstName });
  await expect(row).toBeVisible();
  await other.goto(`/requests/${number}`);
  await expect(row.getByText(`${name} is reading this`)).toBeAttached();
  await desk.goto(`/requests/${number}`);
  await expect(desk.getByText(`${name} is reading this`)).toBeVisible();
  await noViolations(desk);
  await other.getByRole('link', { name: 'Follow-ups', exact: true }).click();
  await expect(desk.getByText(`${name} is reading this`)).toBeHidden();
});

test('of two who correct the same part one wins; the other sees both texts and can keep both', async ({
  browser,
  request,
}) => {
  const number = await post(request, { firstName: `Elin${unique()}` });
  const desk = await seat(browser, 'coordinator');
  const { page: other, name } = await aColleague(browser, 'coordinator');
  await desk.goto(`/requests/${number}`);
  await desk.getByRole('button', { name: 'Edit report' }).click();
  await desk.getByLabel('Text of the radiology report').fill('Mine: L4-L5 extrusion.');
  await change(other, number, 'corrections', { report: { text: 'Theirs: L5-S1 protrusion.' } });

  const both = desk.getByRole('alert', { name: 'Somebody else changed this part while you typed' });
  await expect(both).toBeVisible();
  await expect(both).toContainText('Mine: L4-L5 extrusion.');
  await expect(both).toContainText('Theirs: L5-S1 protrusion.');
  await expect(both).toContainText(name);
  await expect(desk.getByLabel('Text of the radiology report')).toHaveValue('Mine: L4-L5 extrusion.');
  await noViolations(desk);

  await both.getByRole('button', { name: 'Take theirs' }).click();
  await expect(desk.getByLabel('Text of the radiology report')).toHaveValue('Theirs: L5-S1 protrusion.');
  await desk.getByRole('button', { name: 'Bring mine back' }).click();
  await expect(desk.getByLabel('Text of the radiology report')).toHaveValue('Mine: L4-L5 extrusion.');
  await change(other, number, 'corrections', { report: { text: 'Theirs again.' } });
  await both.getByRole('button', { name: 'Put both texts in' }).click();
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByText(/Theirs again\.\s+Mine: L4-L5 extrusion\./)).toBeVisible();
});

test('what was decided elsewhere stands beside what was typed here, and can be amended with it', async ({
  browser,
  request,
}) => {
  const firstName = `Finn${unique()}`;
  const number = await post(request, { firstName, redFlags: { CES1: 'yes' }, report: { text: 'L4-L5 extrusion.' } });
  const coordinator = await seat(browser, 'coordinator');
  await change(coordinator, number, 'moves', { to: 'triage' });
  await change(coordinator, number, 'moves', { to: 'ready_for_review', reason: 'sent on' });
  const { page: room } = await aColleague(browser, 'surgeon');
  await change(room, number, 'moves', { to: 'in_review' }, coordinator);
  await room.goto('/review');
  await expect(room.getByRole('heading', { level: 1 })).toContainText(firstName);
  await room.getByRole('radio', { name: /likely, needs exam/i }).check({ force: true });
  await room.getByLabel(/in plain words/i).fill('Typed here.');
  await change(room, number, 'decisions', {
    verdict: 'not_candidate',
    reasons: ['NO_TARGET'],
    message: 'Decided elsewhere.',
  });
  const both = room.getByRole('alert', { name: 'This request was decided while you typed' });
  await expect(both).toBeVisible();
  await expect(both).toContainText('Typed here.');
  await expect(both).toContainText('Decided elsewhere.');
  await expect(room.getByLabel(/in plain words/i)).toHaveValue('Typed here.');
  await noViolations(room);
  await both.getByRole('button', { name: 'Amend it with mine' }).click();
  await expect(room).toHaveURL(/amend$/);
  await expect(room.getByLabel(/in plain words/i)).toHaveValue('Typed here.');
  const file = room.getByRole('region', { name: 'History' });
  await expect(file.getByRole('region', { name: 'Version 1, as it stands' })).toContainText('Decided elsewhere.');
  await expect(file).toContainText(aFullIntake().complaint.story);
  await expect(file).toContainText('Numbness or tingling between the legs');
  await expect(room.getByRole('region', { name: 'Report and imaging' })).toContainText('L4-L5 extrusion.');
  await releaseAll(room);
});

test('an amendment of a file that changed meanwhile is held back once, and the file is shown as it is now', async ({
  browser,
  request,
}) => {
  const firstName = `Hal${unique()}`;
  const number = await post(request, { firstName, report: { text: 'First report.' } });
  const coordinator = await seat(browser, 'coordinator');
  await change(coordinator, number, 'moves', { to: 'triage' });
  await change(coordinator, number, 'moves', { to: 'ready_for_review', reason: 'sent on' });
  const { page: room } = await aColleague(browser, 'surgeon');
  await change(room, number, 'moves', { to: 'in_review' }, coordinator);
  await change(room, number, 'decisions', {
    verdict: 'not_candidate',
    reasons: ['NO_TARGET'],
    message: 'Nothing to do.',
  });
  await room.goto(`/requests/${number}/amend`);
  const file = room.getByRole('region', { name: 'Report and imaging' });
  await expect(file).toContainText('First report.');
  await room.getByLabel('Why it is amended').fill('Read again.');
  await change(coordinator, number, 'corrections', { report: { text: 'Second report.' } });
  await room.getByRole('button', { name: 'Save version 2' }).click();
  await expect(room.getByRole('form').getByRole('alert')).toContainText('Somebody else changed this request first.');
  await expect(file).toContainText('Second report.');
  await expect(room.getByRole('list', { name: 'Changed since you opened it' })).toContainText(/changed report/i);
  await expect(room.getByLabel('Why it is amended')).toHaveValue('Read again.');
  await noViolations(room);
  await room.getByRole('button', { name: 'Save version 2' }).click();
  await expect(room).toHaveURL(new RegExp(`${number}$`));
  await expect(room.getByText('Read again.').first()).toBeVisible();
});

test('a correction by another leaves what is typed on the review screen, and is named there', async ({
  browser,
  request,
}) => {
  const firstName = `Gus${unique()}`;
  const number = await post(request, { firstName, report: { text: 'First report.' } });
  const coordinator = await seat(browser, 'coordinator');
  await change(coordinator, number, 'moves', { to: 'triage' });
  await change(coordinator, number, 'moves', { to: 'ready_for_review', reason: 'sent on' });
  const { page: room } = await aColleague(browser, 'surgeon');
  await change(room, number, 'moves', { to: 'in_review' }, coordinator);
  await room.goto('/review');
  await room.getByRole('radio', { name: /likely, needs exam/i }).check({ force: true });
  await room.getByLabel(/in plain words/i).fill('Half a sentence');
  await change(coordinator, number, 'corrections', { report: { text: 'Second report.' } });
  await expect(room.getByText('Second report.').first()).toBeVisible();
  await expect(room.getByLabel(/in plain words/i)).toHaveValue('Half a sentence');
  await expect(room.getByRole('list', { name: 'Changed since you opened it' })).toContainText(/changed report/i);
  await change(room, number, 'moves', { to: 'ready_for_review' });
});

test('an idle tab is covered the moment its account is closed, and says why; both tabs of a browser share one stream', async ({
  browser,
}) => {
  const { page, name } = await aColleague(browser, 'coordinator');
  const office = await seat(browser, 'admin');
  const begun = page.waitForRequest(/\/api\/v1\/events/);
  await page.goto('/requests?view=all');
  await begun;
  const streams: string[] = [];
  page.context().on('request', (sent) => sent.url().includes('/api/v1/events') && streams.push(sent.url()));
  const tab = await page.context().newPage();
  await tab.goto('/requests?view=new');
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await office.goto('/admin/staff');
  await office.getByRole('button', { name: `Change ${name}` }).click();
  expect(streams).toEqual([]);
  await office.getByRole('menuitem', { name: /disable/i }).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /disable/i })
    .click();
  for (const one of [page, tab]) {
    const cover = one.getByRole('dialog', { name: 'You were signed out' });
    await expect(cover).toContainText(/signed out from another place|closed this account/);
  }
});

test('a change at one instance is on the screen of the other within a second', async ({ browser, request }) => {
  const firstName = `Hal${unique()}`;
  const number = await post(request, { firstName });
  const far = await (await browser.newContext({ baseURL: second })).newPage();
  await signInAs(far, 'manager');
  await far.goto(`/requests/${number}`);
  const desk = await seat(browser, 'coordinator');
  const waits: number[] = [];
  for (const word of ['one', 'two', 'three', 'four', 'five']) {
    const said = `Rang time ${word}.`;
    await note(desk, number, said);
    const began = Date.now();
    await expect(far.getByText(said)).toBeVisible();
    waits.push(Date.now() - began);
    await far.waitForTimeout(1_200);
  }
  const asked = Date.now();
  await far.request.get(`/requests/${number}`);
  // A machine that needs a second for the page itself cannot show it sooner.
  expect(Math.min(...waits)).toBeLessThan(1_000 + 3 * (Date.now() - asked));
});
