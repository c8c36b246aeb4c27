import { randomUUID } from 'node:crypto';
import http from 'node:http';

const { hostname, port, origin } = new URL(process.env.DESK_URL ?? 'http://127.0.0.1:3000');
if (!['127.0.0.1', 'localhost'].includes(hostname)) throw new Error('the bench loads a desk on this machine only');
// A server ends what has rested for five seconds: who thinks as long would write into a line that is being closed.
const agent = new http.Agent({ keepAlive: true, maxSockets: 400, timeout: 4_000 });

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked at by who asked for it
export type Answer = { readonly status: number; readonly body: any; readonly cookies: readonly string[] };
export type Session = {
  readonly cookie: string;
  get(path: string): Promise<Answer>;
  post(path: string, body: object): Promise<Answer>;
};

/** A member of staff, signed in as in a browser. */
export async function signIn(email: string): Promise<Session> {
  const jar = new Map<string, string>();
  const keep = ({ cookies }: Answer) => {
    for (const cookie of cookies)
      jar.set(cookie.slice(0, cookie.indexOf('=')), cookie.split(';')[0]?.slice(cookie.indexOf('=') + 1) ?? '');
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const csrf = await send('GET', '/api/auth/csrf', {});
  keep(csrf);
  const form = new URLSearchParams({ csrfToken: csrf.body.csrfToken, email, password: 'foramen-demo' }).toString();
  keep(
    await send(
      'POST',
      '/api/auth/callback/credentials',
      { cookie: cookie(), origin, 'content-type': 'application/x-www-form-urlencoded' },
      form,
    ),
  );
  const headers = { cookie: cookie(), origin };
  return {
    cookie: headers.cookie,
    get: (path) => send('GET', path, headers),
    post: (path, body) =>
      send(
        'POST',
        path,
        { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        JSON.stringify(body),
      ),
  };
}

export const emailOf = (role: string, nth: number) => `${role}${nth === 1 ? '' : nth}@demo.clinic`;

function send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = http.request(
      {
        agent,
        hostname,
        port,
        path,
        method,
        headers: { ...headers, ...(body ? { 'content-length': Buffer.byteLength(body) } : {}) },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = /json/.test(answer.headers['content-type'] ?? '');
          resolve({
            status: answer.statusCode ?? 0,
            body: isJson && text ? JSON.parse(text) : undefined,
            cookies: answer.headers['set-cookie'] ?? [],
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** A listener to the desk's events; null where the desk has none. */
export function listen({ cookie }: Session, hear: (text: string) => void): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const asked = http.request(
      { hostname, port, path: '/api/v1/events', headers: { cookie, accept: 'text/event-stream' } },
      (answer) => {
        if (answer.statusCode !== 200) {
          answer.resume();
          return resolve(null);
        }
        answer.on('data', (chunk: Buffer) => hear(chunk.toString()));
        answer.on('error', () => {});
        resolve(() => asked.destroy());
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
