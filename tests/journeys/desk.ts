import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { aFullIntake, noRedFlags } from '../house/intake';

/** Also grepped for in every log after the run. */
export const LAST_NAME = process.env.CANARY ?? 'Zyxwvcanary';

export async function signInAs(page: Page, person: string, password = 'foramen-demo') {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(person.includes('@') ? person : `${person}@demo.clinic`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
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
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused|hydrat/i.test(message.text()))
      complaints.push(`${page.url()}: ${message.text().slice(0, 200)}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message.slice(0, 200)}`));
  page.on('request', (request) => {
    const own = new URL(process.env.BASE_URL ?? '').origin;
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== own)
      complaints.push(`left the clinic: ${request.url()}`);
  });
  return complaints;
}

/** Gives back what this surgeon still holds from other tests. */
export async function releaseAll(page: Page) {
  const origin = new URL(process.env.BASE_URL ?? '').origin;
  const { items } = await (await page.request.get('/api/v1/requests?view=mine&stage=in_review')).json();
  for (const { number, version } of items as { number: string; version: number }[])
    await page.request.post(`/api/v1/requests/${number}/moves`, {
      headers: { origin },
      data: { version, to: 'ready_for_review' },
    });
}
