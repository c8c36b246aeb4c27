import { type APIRequestContext, expect, type Page } from '@playwright/test';

/** Also grepped for in every log after the run. */
export const LAST_NAME = process.env.CANARY ?? 'Zyxwvcanary';

export async function signInAs(page: Page, person: string, password = 'foramen-demo') {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(person.includes('@') ? person : `${person}@demo.clinic`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

const monthsAgo = (months: number) => new Date(Date.now() - months * 30 * 86_400_000).toISOString().slice(0, 10);
const NO = [
  'CES1',
  'CES2',
  'CES3',
  'CES4',
  'CES5',
  'MOT1',
  'MOT2',
  'MYE1',
  'MYE2',
  'TUM1',
  'TUM2',
  'INF1',
  'INF2',
  'FRX1',
  'FRX2',
  'VAS1',
];

export type Told = {
  readonly firstName: string;
  readonly redFlags?: Record<string, string>;
  readonly report?: { text: string };
};

/** A request as the web form of the institute would post it. */
export async function post(request: APIRequestContext, { firstName, redFlags = {}, report }: Told): Promise<string> {
  const answer = await request.post('/api/v1/requests', {
    headers: { authorization: 'Bearer foramen-demo-intake', 'idempotency-key': crypto.randomUUID() },
    data: {
      person: {
        firstName,
        lastName: LAST_NAME,
        dateOfBirth: '1974-03-02',
        sexAtBirth: 'female',
        phone: '+13055550123',
        email: 'ana@example.com',
        state: 'FL',
      },
      consents: { review: true, phone: true },
      complaint: {
        region: 'lumbar',
        dominantPain: 'leg',
        side: 'right',
        durationMonths: 14,
        worstPain: 8,
        story: 'Pain to the right calf for 14 months.',
      },
      redFlags: { ...Object.fromEntries(NO.map((code) => [code, 'no'])), ...redFlags },
      conservativeCare: [{ kind: 'physical_therapy', weeks: 10, effect: 'little' }],
      imaging: [{ modality: 'MR', region: 'lumbar', studyDate: monthsAgo(2), supplied: 'upload' }],
      ...(report ? { report } : {}),
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
