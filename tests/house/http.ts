import { randomUUID } from 'node:crypto';
import { aFullIntake } from './intake';

/** The production build over a demo clinic, as any other program meets it. `npm test` starts two instances. */
// Vite keeps BASE_URL for itself, so tests under Vitest are told by another name.
export const BASE_URL = process.env.DESK_URL ?? '';
export const BASE_URL_2 = process.env.DESK_URL_2 ?? '';
const PASSWORD = 'foramen-demo';
const INTAKE_KEY = 'foramen-demo-intake';
/** No log may ever hold it. */
const LAST_NAME = process.env.CANARY ?? 'Zyxwvcanary';

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked at, field by field, by the test that asked for it
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: any; readonly text: string };
export type Sent = { readonly key?: string; readonly headers?: Record<string, string> };

export type Client = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, sent?: Sent) => Promise<Answer>;
  readonly headers: Record<string, string>;
};

/** As the contract says: the token of next-auth, then e-mail and password. */
export async function signIn(person: string, base = BASE_URL): Promise<Client> {
  const cookies = new Map<string, string>();
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
  };
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  const first = await fetch(`${base}/api/auth/csrf`);
  keep(first);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const email = person.includes('@') ? person : `${person}@demo.clinic`;
  const second = await fetch(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base, cookie: cookie() },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD }),
  });
  keep(second);
  return client(base, { cookie: cookie(), origin: base });
}

export const withKey = (key = INTAKE_KEY, base = BASE_URL): Client => client(base, { authorization: `Bearer ${key}` });
export const unknown = (base = BASE_URL): Client => client(base, { origin: base });

function client(base: string, headers: Record<string, string>): Client {
  return {
    headers,
    get: (path, more = {}) => ask(`${base}${path}`, { headers: { ...headers, ...more } }),
    post: (path, body, { key = randomUUID(), headers: more = {} } = {}) =>
      ask(`${base}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key, ...more },
        body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
      }),
  };
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const isStream = /event-stream/.test(response.headers.get('content-type') ?? '');
  // It has no end of its own.
  if (isStream) await response.body?.cancel();
  const text = isStream ? '' : await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text ? JSON.parse(text) : undefined,
  };
}

/** A complete intake of somebody with a name of their own, to be searched by. */
export function anIntake(change: Record<string, unknown> = {}, firstName = `Q${randomUUID().slice(0, 8)}`) {
  const full = aFullIntake(change);
  return { ...full, person: { ...full.person, firstName, lastName: LAST_NAME } };
}

/** A new request by key, on its way to a stage by the people who would bring it there. */
export async function submitted(change: Record<string, unknown> = {}): Promise<string> {
  const { status, body, text } = await withKey().post('/api/v1/requests', anIntake(change));
  if (status !== 201) throw new Error(`not submitted: ${status} ${text.slice(0, 300)}`);
  return body.number as string;
}

export async function moved(
  by: Client,
  number: string,
  to: string,
  ask: Record<string, unknown> = {},
): Promise<number> {
  const { version } = (await by.get(`/api/v1/requests/${number}`)).body;
  const { status, body, text } = await by.post(`/api/v1/requests/${number}/moves`, { version, to, ...ask });
  if (status !== 200) throw new Error(`not moved to ${to}: ${status} ${text.slice(0, 300)}`);
  return body.version as number;
}

export async function readyForReview(
  coordinator: Client,
  change: Record<string, unknown> = {},
): Promise<{ number: string; version: number }> {
  const number = await submitted(change);
  await moved(coordinator, number, 'triage');
  return { number, version: await moved(coordinator, number, 'ready_for_review', { reason: 'sent on' }) };
}
