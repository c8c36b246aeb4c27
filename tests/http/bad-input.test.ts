import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Answer,
  anIntake,
  ask,
  BASE_URL,
  type Client,
  readyForReview,
  signIn,
  submitted,
  withKey,
} from '../house/http';

let coordinator: Client;
let surgeon: Client;
let number = '';

beforeAll(async () => {
  coordinator = await signIn('coordinator');
  surgeon = await signIn('surgeon');
  number = await submitted();
});

/** Everything a wrong attempt could have changed. */
async function standing() {
  const [list, one] = await Promise.all(
    ['?limit=1', `/${number}`].map((path) => coordinator.get(`/api/v1/requests${path}`)),
  );
  const { version, stage, stream, followUps } = one?.body ?? {};
  return { counts: list?.body.counts, found: list?.body.found, version, stage, stream, followUps };
}

async function refusedNaming(field: string, attempt: () => Promise<Answer>, status = 422) {
  const before = await standing();
  const answer = await attempt();
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([status, expect.anything()]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    status,
    code: expect.any(String),
    title: expect.any(String),
    type: expect.any(String),
  });
  expect(answer.body.fields.map(({ path }: { path: string }) => path)).toContain(field);
  expect(await standing()).toEqual(before);
}

const submit = (body: unknown) => withKey().post('/api/v1/requests', body);
const person = (change: Record<string, unknown>) => ({ ...anIntake(), person: { ...anIntake().person, ...change } });
const note = (body: unknown) => coordinator.post(`/api/v1/requests/${number}/notes`, body);
const move = (body: unknown) => coordinator.post(`/api/v1/requests/${number}/moves`, body);
const list = (query: string) => coordinator.get(`/api/v1/requests?${query}`);

describe('a submission is refused, naming the field, for', () => {
  test.each<[string, string, unknown]>([
    ['an unknown field', 'favouriteColour', { ...anIntake(), favouriteColour: 'red' }],
    ['an unknown field of a part', 'person.shoeSize', person({ shoeSize: 44 })],
    ['a number for a name', 'person.firstName', person({ firstName: 7 })],
    ['an object for a name', 'person.firstName', person({ firstName: { toString: 'x' } })],
    ['a missing name', 'person.lastName', person({ lastName: undefined })],
    ['a name of blanks', 'person.lastName', person({ lastName: '  \u3000' })],
    ['a name of two lines', 'person.lastName', person({ lastName: 'A\nB' })],
    ['a NUL byte', 'person.firstName', person({ firstName: 'A\u0000B' })],
    ['the 31st of February', 'person.dateOfBirth', person({ dateOfBirth: '1974-02-31' })],
    ['the 29th of February of a common year', 'person.dateOfBirth', person({ dateOfBirth: '1900-02-29' })],
    [
      'a birth tomorrow week',
      'person.dateOfBirth',
      person({ dateOfBirth: new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10) }),
    ],
    ['the year zero', 'person.dateOfBirth', person({ dateOfBirth: '0000-01-01' })],
    ['a phone that is none', 'person.phone', person({ phone: '305-555' })],
    ['an e-mail address that is none', 'person.email', person({ email: 'ana@' })],
    ['a time zone that is none', 'person.timeZone', person({ timeZone: 'Mars/Olympus' })],
    ['pain of eleven', 'complaint.worstPain', { ...anIntake(), complaint: { region: 'lumbar', worstPain: 11 } }],
    ['pain of a half', 'complaint.worstPain', { ...anIntake(), complaint: { region: 'lumbar', worstPain: 7.5 } }],
    [
      'a huge number',
      'complaint.durationMonths',
      { ...anIntake(), complaint: { region: 'lumbar', durationMonths: 1e300 } },
    ],
    ['a region that does not exist', 'complaint.region', { ...anIntake(), complaint: { region: 'tail' } }],
    ['a red flag that is not asked', 'redFlags.ZZZ9', { ...anIntake(), redFlags: { ZZZ9: 'yes' } }],
    ['an array for the body', 'body', []],
    ['null for the body', 'body', 'null'],
    [
      'a story of 200 kB',
      'complaint.story',
      { ...anIntake(), complaint: { region: 'lumbar', story: 'x'.repeat(200_000) } },
    ],
    [
      'a thousand studies',
      'imaging',
      { ...anIntake(), imaging: Array.from({ length: 1_000 }, () => ({ modality: 'MR' })) },
    ],
    [
      'a body that reaches for the prototype',
      '__proto__',
      `{"__proto__":{"isAdmin":true},${JSON.stringify(anIntake()).slice(1)}`,
    ],
    [
      'a part that reaches for the prototype',
      'consents.__proto__',
      JSON.stringify(anIntake()).replace('"consents":{', '"consents":{"__proto__":{"a":1},'),
    ],
    ['the constructor', 'constructor', { ...anIntake(), constructor: { prototype: {} } }],
    ['nesting of 50,000 levels', 'deep', `{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    [
      'nesting where a word belongs',
      'complaint.region',
      `{"complaint":{"region":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}}`,
    ],
    ['what is not JSON', 'body', '{"person":'],
    ['an infinite number', 'body', '{"version": Infinity}'],
    ['nothing', 'person', {}],
  ])('%s', async (_, field, body) => {
    await refusedNaming(field, () => submit(body));
  });

  test('half a character, which no database can keep', async () => {
    await refusedNaming('person.firstName', () =>
      submit(JSON.stringify(person({ firstName: '@' })).replace('"@"', '"\\ud83d"')),
    );
  });

  test('bytes that are not UTF-8', async () => {
    const body = new Uint8Array([...Buffer.from('{"a":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
    await refusedNaming('body', () =>
      ask(`${BASE_URL}/api/v1/requests`, {
        method: 'POST',
        headers: { ...withKey().headers, 'content-type': 'application/json' },
        body,
      }),
    );
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    '',
  ])('the content type "%s"', async (type) => {
    await refusedNaming('Content-Type', () =>
      withKey().post('/api/v1/requests', anIntake(), { headers: { 'content-type': type } }),
    );
  });

  test('two megabytes', async () => {
    await refusedNaming('body', () => submit({ ...anIntake(), report: { text: 'x'.repeat(2_000_000) } }), 413);
  });

  test('a body of 20,000 wrong keys, without saying so 20,000 times', async () => {
    const answer = await submit(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`wrong${at}`, at])));
    expect(answer.status).toBe(422);
    expect(answer.text.length).toBeLessThan(10_000);
  });
});

describe('a change is refused, naming the field, for', () => {
  test.each<[string, string, () => Promise<Answer>]>([
    ['a note of 1 MB', 'text', () => note({ text: 'x'.repeat(1_048_576) })],
    ['a note of blanks', 'text', () => note({ text: ' \n\t ' })],
    ['a NUL in a note', 'text', () => note({ text: 'a\u0000b' })],
    ['half a character in a note', 'text', () => note('{"text":"a\\udc00b"}')],
    [
      'an addendum to nothing',
      'addendumTo',
      () => note({ text: 'x', addendumTo: '00000000-0000-4000-8000-000000000000' }),
    ],
    ['a follow-up in the past', 'nextAt', () => note({ text: 'x', nextAt: '2020-01-01T00:00:00Z' })],
    ['a time without its offset', 'nextAt', () => note({ text: 'x', nextAt: '2027-01-01T00:00:00' })],
    ['a body that names another request', 'number', () => note({ text: 'x', number: 'MR-000001' })],
    ['a stage that does not exist', 'to', () => move({ version: 1, to: 'heaven' })],
    ['a version of text', 'version', () => move({ version: '1', to: 'triage' })],
    ['a version of nothing', 'version', () => move({ to: 'triage' })],
    ['a version beyond every number', 'version', () => move({ version: 2 ** 53, to: 'triage' })],
    ['a version below one', 'version', () => move({ version: 0, to: 'triage' })],
    [
      'a member of staff who is not',
      'staffId',
      () =>
        coordinator.post(`/api/v1/requests/${number}/assignments`, {
          version: 1,
          staffId: '00000000-0000-4000-8000-000000000000',
        }),
    ],
    [
      'a correction of nothing',
      'body',
      () => coordinator.post(`/api/v1/requests/${number}/corrections`, { version: 1 }),
    ],
    [
      'a verdict that does not exist',
      'verdict',
      () => surgeon.post(`/api/v1/requests/${number}/decisions`, { version: 1, verdict: 'maybe' }),
    ],
    [
      'an amendment without its verdict',
      'verdict',
      () => surgeon.post(`/api/v1/requests/${number}/decisions`, { version: 1, amendReason: 'x' }),
    ],
    ['a follow-up id that is none', 'followUpId', () => coordinator.post('/api/v1/follow-ups/7/completions')],
    [
      'a key of two words',
      'Idempotency-Key',
      () => coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'x' }, { key: 'two words' }),
    ],
    [
      'a key of 256 characters',
      'Idempotency-Key',
      () => coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'x' }, { key: 'k'.repeat(256) }),
    ],
    [
      'an empty key',
      'Idempotency-Key',
      () => coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'x' }, { key: '' }),
    ],
  ])('%s', async (_, field, attempt) => {
    await refusedNaming(field, attempt);
  });

  test('a stage it cannot go to from here', async () => {
    await refusedNaming('to', () => move({ version: 1, to: 'completed' }), 409);
  });

  test('a verdict that lacks what it needs', async () => {
    const { number: mine, version } = await readyForReview(coordinator);
    const taken = await surgeon.post(`/api/v1/requests/${mine}/moves`, { version, to: 'in_review' });
    const decide = (body: object) =>
      surgeon.post(`/api/v1/requests/${mine}/decisions`, { version: taken.body.version, ...body });
    await refusedNaming('procedures', () => decide({ verdict: 'candidate' }));
    await refusedNaming('procedures.0.levels', () =>
      decide({ verdict: 'candidate', procedures: [{ code: 'MDIS', levels: ['C3-C4'], side: 'left' }] }),
    );
    await refusedNaming('reasons', () => decide({ verdict: 'not_candidate' }));
    await refusedNaming('procedures.0.code', () =>
      decide({ verdict: 'candidate', procedures: [{ code: 'LOBOTOMY' }] }),
    );
    expect((await surgeon.get(`/api/v1/requests/${mine}`)).body).toMatchObject({
      version: taken.body.version,
      decisions: [],
    });
  });
});

describe('a list is refused, naming the parameter, for', () => {
  test.each<[string, string, string]>([
    ['a parameter given twice', 'view', 'view=new&view=all'],
    ['a parameter nobody knows', 'colour', 'colour=red'],
    ['the constructor', 'constructor', 'constructor=1'],
    ['a view that does not exist', 'view', 'view=archive'],
    ['a stage that does not exist', 'stage', 'stage=new,heaven'],
    ['a sort that does not exist', 'sort', 'sort=due;drop table request'],
    ['a limit of words', 'limit', 'limit=many'],
    ['a limit of none', 'limit', 'limit=0'],
    ['a limit beyond all', 'limit', 'limit=1e999'],
    ['a limit of a half', 'limit', 'limit=1.5'],
    ['the 31st of February', 'from', 'from=2026-02-31'],
    ['the year zero', 'from', 'from=0000-01-01'],
    ['the end of time', 'to', 'to=9999-12-31'],
    ['an end before its beginning', 'from', 'from=2026-12-01&to=2026-01-01'],
    ['a NUL in the search', 'q', 'q=a%00b'],
    ['a search of 300 letters', 'q', `q=${'x'.repeat(300)}`],
    ['a cursor that is none', 'cursor', 'cursor=abc'],
    ['a cursor of 2,000 characters', 'cursor', `cursor=${'a'.repeat(2_000)}`],
    ['an owner who is none', 'assigned', 'assigned=somebody'],
  ])('%s', async (_, field, query) => {
    await refusedNaming(field, () => list(query));
  });

  test('a cursor of another question', async () => {
    const { nextCursor } = (await list('limit=1&sort=name')).body;
    expect((await list(`limit=1&sort=name&cursor=${nextCursor}`)).status).toBe(200);
    await refusedNaming('cursor', () => list(`limit=1&sort=-name&cursor=${nextCursor}`));
    await refusedNaming('cursor', () => list(`limit=1&sort=name&view=new&cursor=${nextCursor}`));
    await refusedNaming('cursor', () => coordinator.get(`/api/v1/follow-ups?cursor=${nextCursor}`));
  });

  test('a cursor with a place of its own making', async () => {
    const { nextCursor } = (await list('limit=1&sort=received')).body;
    const forged = { ...JSON.parse(Buffer.from(nextCursor, 'base64url').toString()), value: 'x' };
    await refusedNaming('cursor', () =>
      list(`limit=1&sort=received&cursor=${Buffer.from(JSON.stringify(forged)).toString('base64url')}`),
    );
  });

  test.each([
    ['/api/v1/stats/pipeline?from=2026-02-31', 'from'],
    ['/api/v1/stats/pipeline?from=0000-01-01', 'from'],
    ['/api/v1/stats/pipeline?to=9999-12-31', 'to'],
    ['/api/v1/stats/pipeline?from=1900-01-01', 'from'],
    ['/api/v1/stats/pipeline?source=moon', 'source'],
    ['/api/v1/follow-ups?owner=you', 'owner'],
    ['/api/v1/requests/MR-000001?number=MR-000002', 'number'],
    ['/api/v1/requests/MR-000001?full=1', 'full'],
  ])('%s', async (path, field) => {
    await refusedNaming(field, () => coordinator.get(path));
  });
});

describe('the address of a request', () => {
  test.each([
    'MR-abc',
    '1',
    'MR-1',
    'MR-0000000001',
    'MR-000000',
    'MR-999999999999',
    'MR-2147483648',
    "MR-000001'--",
    'MR-000001%00',
    '%F0%9F%98%80',
  ])('%s is refused, naming the number', async (number) => {
    await refusedNaming('number', () => coordinator.get(`/api/v1/requests/${number}`));
  });

  test('MR-999999 is nothing here', async () => {
    expect(await coordinator.get('/api/v1/requests/MR-999999')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  });

  test('is read as people write it, in small letters too', async () => {
    expect((await coordinator.get(`/api/v1/requests/${number.toLowerCase()}`)).body.number).toBe(number);
  });
});

describe('what people are called and what they say is kept exactly:', () => {
  test.each([
    ['José María', 'Muñoz-Ñandú'],
    ['محمد', 'العربي'],
    ['\u202bשרה\u202c', 'לוי'],
    ['👩‍🦽 Ana', '🦴'],
    ['Zoe\u0308', "O'Brien"],
    ['<script>alert(1)</script>', '"; drop table request; --'],
    ['=1+1', '{{7*7}} <%= 7*7 %>'],
  ])('%s %s', async (firstName, lastName) => {
    const { number: theirs } = (await submit(person({ firstName, lastName }))).body;
    const read = (await coordinator.get(`/api/v1/requests/${theirs}`)).body;
    expect(read.person).toMatchObject({ firstName, lastName, name: `${firstName} ${lastName}` });
    const text = `${lastName}\n\t${firstName}  \u2028\u0007 %s \\u0041`;
    expect((await coordinator.post(`/api/v1/requests/${theirs}/notes`, { text })).status).toBe(201);
    expect((await coordinator.get(`/api/v1/requests/${theirs}`)).body.stream[0].text).toBe(text);
    const found = (await coordinator.get(`/api/v1/requests?q=${encodeURIComponent(lastName)}&sort=-received&limit=200`))
      .body;
    expect(found.items.map((row: { number: string }) => row.number)).toContain(theirs);
  });
});

test('an address or a method that does not exist answers with a problem', async () => {
  for (const path of [
    '/api/v1',
    '/api/v1/nothing',
    '/api/v1/requests/MR-000001/nothing',
    '/api/v1/requests/MR-000001/notes/7',
  ]) {
    expect(await coordinator.get(path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await coordinator.post(path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
  for (const [method, path, allow] of [
    ['DELETE', '/api/v1/requests', 'GET, POST'],
    ['PUT', `/api/v1/requests/${number}`, 'GET'],
    ['POST', `/api/v1/requests/${number}`, 'GET'],
    ['GET', `/api/v1/requests/${number}/notes`, 'POST'],
    ['DELETE', `/api/v1/requests/${number}/notes`, 'POST'],
    ['PATCH', '/api/v1/claims', 'POST'],
    ['POST', '/api/v1/openapi.json', 'GET'],
    ['POST', '/api/health', 'GET'],
  ] as const) {
    const answer = await ask(`${BASE_URL}${path}`, { method, headers: coordinator.headers });
    expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allow]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body.code).toBe('wrong_method');
  }
});
