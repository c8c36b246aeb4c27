import { beforeAll, describe, expect, test } from 'vitest';
import { aForm } from '../house/form-with-file';
import { ask, BASE_URL, type Client, signIn, submitted } from '../house/http';
import { aPdf } from '../house/pages';

let coordinator: Client;
let number = '';
let address = '';
const post = (...[body, sent]: ReturnType<typeof aForm>) =>
  coordinator.post(`/api/requests/${number}/documents`, body, sent);

beforeAll(async () => {
  coordinator = await signIn('coordinator');
  number = await submitted({ report: undefined });
  const { status, body } = await post(...aForm(aPdf(['A page of a report']), { called: 'x.html' }));
  expect(status).toBe(201);
  address = `/api/requests/${number}/documents/${body.documentId}`;
});

test('a file leaves as an attachment that can do nothing, under a name and type of ours', async () => {
  const { status, headers, text } = await coordinator.get(address);
  expect(status).toBe(200);
  expect(text.startsWith('%PDF-')).toBe(true);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="MR-\d{6}-mri-report-[0-9a-f]{6}\.pdf"$/);
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('cache-control')).toBe('private, no-store');
});

test('its text is read in the production build, and stands in the request', async () => {
  const { body } = await coordinator.get(`/api/v1/requests/${number}`);
  expect(body.documents).toMatchObject([{ text: 'A page of a report', pages: 1 }]);
  expect(body.missing).not.toContain('report');
});

test('a file of 12 MB arrives whole', async () => {
  const long = Buffer.concat([aPdf(['Long']), Buffer.alloc(12_000_000, 32)]);
  expect((await post(...aForm(long))).status).toBe(201);
});

describe('refused with a word of what to send:', () => {
  test.each([
    ['HTML', '<html><script>alert(1)</script>', 422, 'not_taken'],
    ['SVG', '<svg onload="alert(1)"/>', 422, 'not_taken'],
    ['more than 20 MB', Buffer.alloc(21_000_000, 32), 413, 'too_large'],
  ])('%s', async (_, bytes, status, fault) => {
    const answer = await post(...aForm(bytes as Uint8Array));
    expect([answer.status, answer.body.current, answer.body.fields[0].path]).toEqual([status, { fault }, 'file']);
  });

  test('no form at all', async () => {
    const answer = await coordinator.post(`/api/requests/${number}/documents`, '{}');
    expect([answer.status, answer.body.fields[0].path]).toEqual([422, 'body']);
  });

  test('from another site', async () => {
    const [body, { headers }] = aForm();
    const answer = await coordinator.post(`/api/requests/${number}/documents`, body, {
      headers: { ...headers, origin: 'https://evil.example' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'bad_origin']);
  });
});

test('another request’s file is not found, and nothing else is at its address', async () => {
  const other = await submitted();
  expect((await coordinator.get(address.replace(number, other))).status).toBe(404);
  expect((await coordinator.get(`/api/requests/${number}/documents`)).status).toBe(405);
});

describe('on a person’s own page', () => {
  test('nobody’s file is read before they told who they are', async () => {
    const [body, { headers }] = aForm();
    const sent = { method: 'POST', headers: { ...headers, origin: BASE_URL }, body };
    const answer = await ask(`${BASE_URL}/status/${'x'.repeat(54)}/documents?lang=es`, sent);
    expect([answer.status, new URL(answer.headers.get('location') ?? '').pathname]).toEqual([
      303,
      `/status/${'x'.repeat(54)}`,
    ]);
  });

  test('a post from elsewhere changes nothing', async () => {
    const [body, { headers }] = aForm();
    const answer = await ask(`${BASE_URL}/status/x/documents`, { method: 'POST', headers, body });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).not.toContain('said=file');
  });
});
