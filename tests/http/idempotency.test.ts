import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anIntake, ask, BASE_URL, BASE_URL_2, type Client, signIn, submitted, withKey } from '../house/http';

const notesOf = async (client: Client, number: string): Promise<string[]> =>
  (await client.get(`/api/v1/requests/${number}`)).body.stream
    .filter(({ kind }: { kind: string }) => kind === 'note')
    .map(({ text }: { text: string }) => text);

test('the same key and body does it once and answers the same, status, address and bytes', async () => {
  const key = randomUUID();
  const intake = anIntake();
  const first = await withKey().post('/api/v1/requests', intake, { key });
  const second = await withKey().post('/api/v1/requests', intake, { key });
  expect(first.status).toBe(201);
  expect([second.status, second.text, second.headers.get('location')]).toEqual([
    201,
    first.text,
    first.headers.get('location'),
  ]);
  const found = (await (await signIn('coordinator')).get(`/api/v1/requests?q=${intake.person.firstName}`)).body;
  expect(found.items).toHaveLength(1);
});

test('thirty-two at once with the same key write one note and get one answer', async () => {
  const coordinator = await signIn('coordinator');
  const number = await submitted();
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 32 }, () =>
      coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'Only once.' }, { key }),
    ),
  );
  expect([...new Set(answers.map(({ status }) => status))]).toEqual([201]);
  expect(new Set(answers.map(({ body }) => JSON.stringify([body.number, body.noteId, body.version]))).size).toBe(1);
  expect(await notesOf(coordinator, number)).toEqual(['Only once.']);
});

test('thirty-two at once, half at the one instance and half at the other, make one request', async () => {
  const key = randomUUID();
  const intake = anIntake();
  const answers = await Promise.all(
    Array.from({ length: 32 }, (_, at) =>
      withKey(undefined, at % 2 ? BASE_URL : BASE_URL_2).post('/api/v1/requests', intake, { key }),
    ),
  );
  expect([...new Set(answers.map(({ status }) => status))]).toEqual([201]);
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  const found = (await (await signIn('coordinator')).get(`/api/v1/requests?q=${intake.person.firstName}`)).body;
  expect(found.items).toHaveLength(1);
});

test('somebody signed in at both instances repeats at the other what was answered by the first', async () => {
  const [here, there] = [await signIn('coordinator'), await signIn('coordinator', BASE_URL_2)];
  const number = await submitted();
  const key = randomUUID();
  const first = await here.post(`/api/v1/requests/${number}/notes`, { text: 'Across.' }, { key });
  const second = await there.post(`/api/v1/requests/${number}/notes`, { text: 'Across.' }, { key });
  expect([second.status, second.body]).toEqual([first.status, first.body]);
  expect(await notesOf(there, number)).toEqual(['Across.']);
});

test('the same key with another body, or at another address, is refused', async () => {
  const coordinator = await signIn('coordinator');
  const [number, other] = [await submitted(), await submitted()];
  const key = randomUUID();
  await coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'First.' }, { key });
  const refused = { status: 422, body: { code: 'key_reused' } };
  expect(await coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'Second.' }, { key })).toMatchObject(
    refused,
  );
  expect(await coordinator.post(`/api/v1/requests/${other}/notes`, { text: 'First.' }, { key })).toMatchObject(refused);
  expect(
    await coordinator.post(`/api/v1/requests/${number}/moves`, { version: 1, to: 'triage' }, { key }),
  ).toMatchObject(refused);
  expect(await notesOf(coordinator, number)).toEqual(['First.']);
  expect(await notesOf(coordinator, other)).toEqual([]);
});

test("one person's key says nothing to another", async () => {
  const [coordinator, manager] = [await signIn('coordinator'), await signIn('manager')];
  const number = await submitted();
  const key = randomUUID();
  const theirs = await coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'By the coordinator.' }, { key });
  const mine = await manager.post(`/api/v1/requests/${number}/notes`, { text: 'By the manager.' }, { key });
  expect([theirs.status, mine.status]).toEqual([201, 201]);
  expect(mine.body.noteId).not.toBe(theirs.body.noteId);
  expect(await notesOf(manager, number)).toEqual(['By the manager.', 'By the coordinator.']);
});

test('what was refused is not kept: the same key may be tried again once it is mended', async () => {
  const coordinator = await signIn('coordinator');
  const number = await submitted();
  const key = randomUUID();
  const move = (version: number) =>
    coordinator.post(`/api/v1/requests/${number}/moves`, { version, to: 'triage' }, { key });
  expect(await move(7)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(await move(1)).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await move(1)).toMatchObject({ status: 200, body: { version: 2 } });
});

test('a change without a key is done each time', async () => {
  const coordinator = await signIn('coordinator');
  const number = await submitted();
  for (const status of [201, 201])
    expect(
      (
        await ask(`${BASE_URL}/api/v1/requests/${number}/notes`, {
          method: 'POST',
          headers: { ...coordinator.headers, 'content-type': 'application/json' },
          body: '{"text":"Twice."}',
        })
      ).status,
    ).toBe(status);
  expect(await notesOf(coordinator, number)).toEqual(['Twice.', 'Twice.']);
});
