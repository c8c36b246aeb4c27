import { beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '@/app/api/v1/operations';
import { timesAudited } from '../house/audited';
import { ask, BASE_URL, type Client, signIn, unknown, withKey } from '../house/http';

let coordinator: Client;
let asset = '';

beforeAll(async () => {
  coordinator = await signIn('coordinator');
  const page = await ask(`${BASE_URL}/sign-in`);
  asset = /\/_next\/static\/[^"' ]+\.js/.exec(page.text)?.[0] ?? '';
});

const kinds: [string, () => Promise<Awaited<ReturnType<typeof ask>>>, number][] = [
  ['a page', () => ask(`${BASE_URL}/sign-in`), 200],
  ['a page of the desk', () => ask(`${BASE_URL}/requests`, { headers: coordinator.headers }), 200],
  ['a page without a session', () => ask(`${BASE_URL}/requests`), 307],
  ['a page that does not exist', () => ask(`${BASE_URL}/nothing-here`), 404],
  ['an answer of the API', () => coordinator.get('/api/v1/requests?limit=1'), 200],
  ['a refusal of the API', () => unknown().get('/api/v1/requests'), 401],
  [
    'a refused origin',
    () => coordinator.post('/api/v1/claims', {}, { headers: { origin: 'https://evil.example' } }),
    403,
  ],
  ['an Origin that cannot be read', () => coordinator.post('/api/v1/claims', {}, { headers: { origin: 'x' } }), 403],
  ['a page whose address cannot be read', () => ask(`${BASE_URL}/requests/%E0%A4%A`), 400],
  ['an address of the API that cannot be read', () => coordinator.get('/api/v1/requests/%E0%A4%A'), 400],
  ['a link that cannot be read', () => ask(`${BASE_URL}/link/%`), 400],
  ['an address of the API that does not exist', () => coordinator.get('/api/v1/nothing'), 404],
  ['a wrong method', () => coordinator.post('/api/v1/openapi.json'), 405],
  ['a body that is too large', () => withKey().post('/api/v1/requests', 'x'.repeat(1_600_000)), 413],
  ['the description of the API', () => ask(`${BASE_URL}/api/v1/openapi.json`), 200],
  ['the page of the API', () => ask(`${BASE_URL}/api/v1/docs`), 200],
  ['the token of the sign-in', () => ask(`${BASE_URL}/api/auth/csrf`), 200],
  ['health', () => ask(`${BASE_URL}/api/health`), 200],
  ['readiness', () => ask(`${BASE_URL}/api/ready`), 200],
  ['a static file', () => ask(`${BASE_URL}${asset}`), 200],
  ['a static file that does not exist', () => ask(`${BASE_URL}/_next/static/nothing.js`), 404],
];

describe('every answer is dressed:', () => {
  test.each(kinds)('%s', async (_, get, status) => {
    const { headers, status: answered } = await get();
    expect(answered).toBe(status);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'nonce-[\w+/]{20,}={0,2}' 'strict-dynamic'(;|$)/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(kinds.filter(([kind]) => !kind.startsWith('a static file')))('%s is kept by nobody', async (_, get) => {
    expect((await get()).headers.get('cache-control')).toMatch(/no-store/);
  });

  test('no two answers share a nonce', async () => {
    const policies = await Promise.all(
      [1, 2, 3].map(async () => (await ask(`${BASE_URL}/sign-in`)).headers.get('content-security-policy')),
    );
    expect(new Set(policies).size).toBe(3);
  });
});

describe('a change that rides on a cookie is refused unless it comes from our own pages:', () => {
  const { port } = new URL(BASE_URL || 'http://127.0.0.1:1');
  const origins: [string, string | undefined][] = [
    ['absent', undefined],
    ['null', 'null'],
    ['foreign', 'https://evil.example'],
    ['a subdomain', `http://desk.127.0.0.1:${port}`],
    ['ours as a prefix', `${BASE_URL}.evil.example`],
    ['another port', 'http://127.0.0.1:1'],
    ['another scheme', BASE_URL.replace('http:', 'https:')],
  ];
  const posts = OPERATIONS.filter(({ method }) => method === 'POST').map(({ path }) =>
    `/api/v1${path}`.replace('{number}', 'MR-000001').replace('{followUpId}', '00000000-0000-4000-8000-000000000000'),
  );
  for (const path of posts)
    test(path, async () => {
      for (const [kind, origin] of origins) {
        const { origin: _, ...cookie } = coordinator.headers;
        const headers = { ...cookie, ...(origin === undefined ? {} : { origin }), 'content-type': 'application/json' };
        const answer = await ask(`${BASE_URL}${path}`, { method: 'POST', headers, body: '{}' });
        // Whoever may not do it anyway is told that first.
        expect([kind, answer.status, answer.body.code]).toEqual([
          kind,
          403,
          expect.stringMatching(/bad_origin|forbidden/),
        ]);
      }
    });

  test('and stands in the audit', async () => {
    const before = await timesAudited('note.write', 'bad_origin');
    const headers = { ...coordinator.headers, origin: 'https://evil.example', 'content-type': 'application/json' };
    const answer = await ask(`${BASE_URL}/api/v1/requests/MR-000001/notes`, { method: 'POST', headers, body: '{}' });
    expect(answer.body.code).toBe('bad_origin');
    expect(await timesAudited('note.write', 'bad_origin')).toBe(before + 1);
  });

  test('and not when the browser itself says it is from the same origin', async () => {
    const { origin: _, ...cookie } = coordinator.headers;
    const headers = { ...cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    const answer = await ask(`${BASE_URL}/api/v1/requests/MR-000001/notes`, { method: 'POST', headers, body: '{}' });
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: 'text' }] } });
  });
});

describe('an intake key', () => {
  const paths = OPERATIONS.map(
    ({ method, path }) =>
      [
        method,
        `/api/v1${path}`
          .replace('{number}', 'MR-000001')
          .replace('{followUpId}', '00000000-0000-4000-8000-000000000000'),
      ] as const,
  );
  const elsewhere = paths.filter(([method, path]) => !(method === 'POST' && path === '/api/v1/requests'));

  test.each(elsewhere)('may not %s %s', async (method, path) => {
    const answer = method === 'GET' ? await withKey().get(path) : await withKey().post(path);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  test.each(paths)('that does not exist is nobody: %s %s', async (method, path) => {
    const stranger = withKey('no-such-key-at-all');
    const answer = method === 'GET' ? await stranger.get(path) : await stranger.post(path, 'not even JSON');
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test('counts for nothing beside a cookie: the header is who asks', async () => {
    const answer = await coordinator.get('/api/v1/requests', { authorization: 'Bearer no-such-key-at-all' });
    expect(answer.status).toBe(401);
  });
});

test('a refused role costs no byte of the body: what is not JSON is still forbidden, not unreadable', async () => {
  const admin = await signIn('admin');
  for (const path of [
    '/api/v1/requests',
    '/api/v1/requests/MR-000001/notes',
    '/api/v1/requests/MR-000001/decisions',
    '/api/v1/claims',
  ])
    expect(await admin.post(path, '{{{')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(await unknown().post('/api/v1/claims', '{{{')).toMatchObject({
    status: 401,
    body: { code: 'unauthenticated' },
  });
});

test('an idle connection is kept longer than a proxy keeps it', async () => {
  expect((await ask(`${BASE_URL}/api/health`)).headers.get('keep-alive')).toBe('timeout=75');
});
