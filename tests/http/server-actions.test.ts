import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, BASE_URL, type Client, signIn, unknown } from '../house/http';
import { expected, MATRIX, type ROLES, SERVER_ACTIONS } from '../house/matrix';

/** The forms of the pages, as a program would send them: a server action is an address like any other. */
type Built = {
  readonly filename: string;
  readonly exportedName: string;
  readonly workers: Readonly<Record<string, unknown>>;
};
const MANIFEST = '.next/server/server-reference-manifest.json';
const BUILT: [string, Built][] = existsSync(MANIFEST)
  ? Object.entries((JSON.parse(readFileSync(MANIFEST, 'utf8')) as { node: Record<string, Built> }).node)
  : [];
const ACTIONS = BUILT.map(([id, { filename, exportedName, workers }]) => {
  const folder = filename.replace(/^app\//, '').replace(/\/actions\.ts$/, '');
  const page = Object.keys(workers).find((one) => one.endsWith('/page')) ?? '';
  const address =
    page
      .replace(/^app|\/page$|\/\([^)]+\)/g, '')
      .replace(/\[number\]/, 'MR-000001')
      .replace(/\[batch\]/, '00000000-0000-4000-8000-000000000000') || '/';
  return {
    name: `${folder} ${exportedName}`,
    id,
    action: SERVER_ACTIONS[folder]?.[exportedName] ?? '',
    address: address.replace(/\[token\]/, 'none'),
    isEach: exportedName.endsWith('Each'),
  };
});
const PEOPLE = [
  'public',
  'coordinator',
  'surgeon',
  'manager',
  'admin',
] as const satisfies readonly (typeof ROLES)[number][];
const clients = new Map<string, Client>();

beforeAll(async () => {
  for (const person of PEOPLE) clients.set(person, person === 'public' ? unknown() : await signIn(person));
});

type Action = (typeof ACTIONS)[number];

async function send(who: string, { id, address }: Action, body: string) {
  const { text } = await ask(`${BASE_URL}${address}`, {
    method: 'POST',
    headers: {
      ...clients.get(who)?.headers,
      origin: BASE_URL,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': id,
    },
    body,
  });
  return { text, codes: [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code) };
}

test('the build has actions', () => expect(ACTIONS.length).toBeGreaterThan(30));

describe.each(ACTIONS.map((one) => [one.name, one] as const))('%s', (_, action) => {
  test.each(PEOPLE)('sent by %s with what it does not know', async (who) => {
    const surprise = { surprise: true, proof: { kind: 'right' } };
    const { codes } = await send(who, action, JSON.stringify([action.isEach ? [surprise] : surprise, `key-${who}`]));
    const may = expected(action.action, who, 'none');
    expect([MATRIX[action.action]?.[who], codes[0]]).toEqual([
      MATRIX[action.action]?.[who],
      may === 'done' ? 'invalid' : may,
    ]);
  });
});

describe('nobody sets the password of another', () => {
  const change = ACTIONS.find(({ action }) => action === 'password.change');

  test.each(['coordinator', 'admin'])('not %s with a proof of their own making', async (who) => {
    const member = { id: '00000000-0000-0000-0000-000000000000', email: 'admin@demo.clinic', name: 'x' };
    const asked = { current: 'x', password: 'violet harbor stone plum', proof: { kind: 'right', member } };
    const { codes } = await send(who, change as Action, JSON.stringify([asked]));
    expect(codes).toEqual(['invalid']);
    expect((await (await signIn('admin')).get('/api/v1/requests?limit=1')).status).toBe(403);
  });
});

test('what cannot be read is refused, and stands in no log', async () => {
  const [any] = ACTIONS;
  const { text } = await send('coordinator', any as Action, `${process.env.CANARY ?? 'Zyxwvcanary'} Delgado`);
  expect(text).not.toContain('Delgado');
});
