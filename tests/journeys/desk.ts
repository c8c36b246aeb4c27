import {
  type APIRequestContext,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';
import { aFullIntake, noRedFlags } from '../house/intake';

/** Also grepped for in every log after the run. */
export const LAST_NAME = process.env.CANARY ?? 'Zyxwvcanary';

export const emailOf = (person: string) => (person.includes('@') ? person : `${person}@demo.clinic`);

/** As the form does it, without drawing it: where it leads is not what the test is about. */
export async function signInAs(page: Page, person: string, password = 'foramen-demo') {
  const asked = await page.request.get('/api/auth/csrf');
  const { csrfToken } = await asked.json();
  const answer = await page.request.post('/api/auth/callback/credentials', {
    headers: { origin: new URL(asked.url()).origin },
    form: { csrfToken, email: emailOf(person), password, json: 'true' },
  });
  expect((await answer.json()).url).not.toContain('error');
}

export async function signInByForm(page: Page, person: string, password = 'foramen-demo') {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(emailOf(person));
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

type Cookies = Parameters<BrowserContext['addCookies']>[0];
const entered = new Map<string, Cookies>();

/** Signed in once, and remembered for the tests after it. */
export async function enterAs(page: Page, person: string) {
  const context = page.context();
  const cookies = entered.get(person);
  if (cookies) return context.addCookies(cookies);
  await signInAs(page, person);
  entered.set(person, await context.cookies());
}

export type Told = {
  readonly firstName: string;
  readonly redFlags?: Record<string, string>;
  readonly report?: { text: string };
};

/** A request as the web form of the institute would post it. */
export async function post(request: APIRequestContext, { firstName, redFlags = {}, report }: Told): Promise<string> {
  const full = aFullIntake({ report });
  const answer = await request.post('/api/v1/requests', {
    headers: { authorization: 'Bearer foramen-demo-intake', 'idempotency-key': crypto.randomUUID() },
    data: {
      ...full,
      person: { ...full.person, firstName, lastName: LAST_NAME },
      redFlags: { ...noRedFlags, ...redFlags },
      source: { channel: 'web' },
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).number as string;
}

/** What a browser must never report on our pages. */
export function watch(page: Page, desk = process.env.BASE_URL ?? ''): string[] {
  const own = new URL(desk).origin;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused|hydrat/i.test(message.text()))
      complaints.push(`${page.url()}: ${message.text().slice(0, 200)}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message.slice(0, 200)}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== own)
      complaints.push(`left the clinic: ${request.url()}`);
  });
  return complaints;
}

/** Over the API, as whoever is signed in on this page. */
export async function send(page: Page, path: string, data: object, desk = process.env.BASE_URL ?? '') {
  const { origin } = new URL(desk);
  const answer = await page.request.post(`${origin}/api/v1${path}`, { headers: { origin }, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

/** Brings a request that its form posted to a stage, without looking at it. */
export async function readyForReview(coordinator: Page, number: string, desk?: string): Promise<number> {
  const { version } = await send(coordinator, `/requests/${number}/moves`, { version: 1, to: 'triage' }, desk);
  const ready = { version, to: 'ready_for_review', reason: 'sent on' };
  return (await send(coordinator, `/requests/${number}/moves`, ready, desk)).version;
}

/** A request of its own is put into the surgeon's hand: the queue is another test's. */
export async function inHand(page: Page): Promise<string> {
  const number = await post(page.request, { firstName: 'Hand' });
  const context = await page.context().browser()?.newContext();
  const coordinator = (await context?.newPage()) as Page;
  await enterAs(coordinator, 'coordinator');
  const version = await readyForReview(coordinator, number);
  await send(page, `/requests/${number}/moves`, { version, to: 'in_review' });
  await context?.close();
  return '/review';
}

/** The longest waiting of this stage, of those the demo came with: they have a history. */
export async function oneIn(page: Page, stage: string, view = 'all'): Promise<string> {
  const query = new URLSearchParams({ view, stage, sort: 'received', limit: '50' });
  const { items } = await (await page.request.get(`/api/v1/requests?${query}`)).json();
  const one = items.find(({ person }: { person: { name: string } }) => !person.name.includes(LAST_NAME));
  return `/requests/${one.number}`;
}

/** Gives back what this surgeon still holds from other tests. */
export async function releaseAll(page: Page) {
  const { items } = await (await page.request.get('/api/v1/requests?view=mine&stage=in_review')).json();
  for (const { number, version } of items as { number: string; version: number }[])
    await send(page, `/requests/${number}/moves`, { version, to: 'ready_for_review' });
}

/** What is done to a part of the page is heard once that part is alive, which may be after the frame around it. */
export const alive = (part: Locator) =>
  expect
    .poll(() => part.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))))
    .toBe(true);

/** Waits until something was saved since the last time, or since this was called, and nothing is on its way: a page that leaves earlier takes a save with it. */
export function saves(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let begun = 0;
  page.on('request', (request) => {
    if (!request.headers()['next-action']) return;
    begun += 1;
    underWay.add(request);
  });
  const end = (request: Request) => underWay.delete(request);
  page.on('requestfinished', end).on('requestfailed', end);
  return async () => {
    await expect.poll(() => begun > 0 && underWay.size === 0).toBe(true);
    begun = 0;
  };
}
