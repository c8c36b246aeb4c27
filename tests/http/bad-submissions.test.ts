import { describe, expect, test } from 'vitest';
import { anIntake, ask, BASE_URL, withKey } from '../house/http';
import { refusedNaming, useDesk } from '../house/refused';

useDesk();

const submit = (body: unknown) => withKey().post('/api/v1/requests', body);
const person = (change: Record<string, unknown>) => ({ ...anIntake(), person: { ...anIntake().person, ...change } });

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
