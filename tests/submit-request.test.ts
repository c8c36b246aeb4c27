import { beforeAll, describe, expect, test } from 'vitest';
import { submitRequest } from '@/lib/commands/submit-request';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake, noRedFlags } from './house/intake';
import { program } from './house/people';
import { aRequest, auditTrail, historyOf, theRow } from './house/requests';
import { outcomeOf, standing } from './house/standing';

useDatabase();
beforeAll(gatherCast);

test('a complete request is new, routine and due in one working day; its history begins', async () => {
  const number = await aRequest();
  expect(number).toMatch(/^MR-\d{6}$/);
  expect(await theRow(number)).toMatchObject({
    stage: 'new',
    urgency: 'routine',
    version: 1,
    missing: [],
    surgeon_id: null,
  });
  expect(await historyOf(number)).toMatchObject([
    { kind: 'received', from_stage: null, to_stage: 'new', version: 1, facts: { source: 'api' } },
  ]);
  const { id } = await theRow(number);
  expect((await auditTrail()).at(-1)).toMatchObject({
    action: 'request.submit',
    outcome: 'done',
    subject_id: id,
    actor_role: 'intake',
  });
});

test.each([
  ['by key without a source', undefined, 'intake', 'api'],
  ['typed in without a source', undefined, 'coordinator', 'phone'],
  ['from the web', { channel: 'web', campaign: 'spring' }, 'intake', 'web'],
] as const)('%s it comes from where it is said to', async (_, source, by, channel) => {
  const actor = by === 'intake' ? program : theCast().coordinator;
  const { number } = await submitRequest(actor, aFullIntake(source ? { source } : {}));
  expect((await openRequest(theCast().coordinator, { number })).source).toEqual(source ?? { channel });
});

describe('what was told comes back as it was told:', () => {
  test.each<[string, object]>([
    [
      'unknown is not blank',
      { complaint: { region: 'lumbar', durationMonths: 'unknown', worstPain: 0, dominantPain: 'unknown' } },
    ],
    ['blank is not unknown', { complaint: { region: 'unknown' }, imaging: [], conservativeCare: [], redFlags: {} }],
    [
      'nor is it no',
      {
        redFlags: { CES1: 'no', MYE1: 'not_sure' },
        priorSurgery: { had: 'unknown' },
        fitness: { nicotine: 'no', hba1c: 'unknown' },
      },
    ],
    [
      'every part',
      {
        insurance: { payer: 'Acme', planType: 'medicare', memberId: 'A-1', injuryClaim: 'no' },
        fitness: { heightCm: 171.5, weightKg: 'unknown' },
        imaging: [{ modality: 'MR', studyDate: 'unknown', supplied: 'unknown' }],
      },
    ],
    ['a story in any script', { complaint: { region: 'si', story: 'Duele aquí — 痛い 🦴\n\tsecond line  ' } }],
  ])('%s', async (_, change) => {
    const number = await aRequest(change);
    const open = await openRequest(theCast().coordinator, { number });
    const {
      complaint: { summary: _summary, ...complaint },
    } = open;
    for (const [part, told] of Object.entries(change))
      expect(part === 'complaint' ? complaint : open[part as 'imaging']).toEqual(told);
  });

  test('a person of whom little is known has no more than that', async () => {
    const person = { firstName: 'Bo', lastName: 'Li', dateOfBirth: '2000-02-29', phone: '+4930123456', email: '' };
    const open = await openRequest(theCast().coordinator, { number: await aRequest({ person }) });
    expect(open.person).toEqual({
      name: 'Bo Li',
      firstName: 'Bo',
      lastName: 'Li',
      dateOfBirth: '2000-02-29',
      phone: '+4930123456',
      age: open.person.age,
      sexAtBirth: null,
    });
    expect(
      (
        await openRequest(theCast().coordinator, {
          number: await aRequest({ person: { ...person, sexAtBirth: 'unknown' } }),
        })
      ).person.sexAtBirth,
    ).toBe('unknown');
  });
});

test.each([
  ['CES1', 'emergency', 15],
  ['MYE2', 'same_day', 240],
] as const)('%s makes it %s, due in %i minutes whatever the hour', async (code, urgency, minutes) => {
  const now = new Date('2026-11-21T03:00:00Z');
  const { number } = await submitRequest(program, aFullIntake({ redFlags: { ...noRedFlags, [code]: 'not_sure' } }), {
    now,
  });
  const row = await theRow(number);
  expect([row.urgency, ((row.due_at?.getTime() ?? 0) - now.getTime()) / 60_000]).toEqual([urgency, minutes]);
});

test.each<[string, object]>([
  ['no consents', { consents: undefined }],
  ['a birth in the future', { person: { ...aFullIntake().person, dateOfBirth: '2999-01-01' } }],
  ['a phone number without its country', { person: { ...aFullIntake().person, phone: '3055550123' } }],
  ['pain of eleven', { complaint: { region: 'lumbar', worstPain: 11 } }],
  ['a field nobody knows', { stage: 'closed' }],
  ['a red flag nobody asks', { redFlags: { XYZ: 'yes' } }],
])('%s is refused and nothing is kept', async (_, change) => {
  const before = await standing();
  expect(await outcomeOf(() => submitRequest(program, aFullIntake(change)))).toBe('invalid');
  expect(await standing()).toEqual(before);
  const [person] = await sql<{ n: number }>(
    'select count(*)::int as n from person p where not exists (select 1 from request where person_id = p.id)',
  );
  expect(person?.n).toBe(0);
});
