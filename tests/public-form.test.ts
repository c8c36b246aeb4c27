import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginForm } from '@/lib/commands/begin-form';
import { keepForm } from '@/lib/commands/keep-form';
import { moveRequest } from '@/lib/commands/move-request';
import { sendForm } from '@/lib/commands/send-form';
import { CONSENT_WORDS } from '@/lib/domain/consents';
import { FORM_FIELDS, FORM_STEPS, fieldsOf } from '@/lib/domain/form-fields';
import { intakeFrom } from '@/lib/domain/form-intake';
import { problemsIn } from '@/lib/domain/public-form';
import type { Typed } from '@/lib/domain/typed';
import { intakeInput } from '@/lib/door/intake';
import { linkIn } from '@/lib/door/person-link';
import { openForm } from '@/lib/queries/open-form';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { AN_ANSWER } from './house/form-answers';
import { aForm, aSentForm, asSent } from './house/forms';
import { nobody } from './house/people';
import { auditTrail, historyOf } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const TODAY = '2026-11-23';
const WHOLE: Typed = Object.assign({}, ...FORM_STEPS.map((step) => asSent(AN_ANSWER[step])));
const HOUR = 3_600_000;

async function requestOf(status: string) {
  const [row] = await sql<{ number: number; id: string; stage: string; alarm_since: Date | null }>(
    'select r.number, r.id, r.stage, r.alarm_since from request r join person_link l on l.request_id = r.id where l.id = $1',
    [linkIn(status)],
  );
  if (!row) throw new Error('no request behind the link');
  return { ...row, number: `MR-${String(row.number).padStart(6, '0')}` };
}

test('a whole form becomes one new request that says what was typed', async () => {
  const { number } = await requestOf(await aSentForm({ you: AN_ANSWER.you }));
  expect(await openRequest(theCast().coordinator, { number })).toMatchObject({
    stage: 'new',
    urgency: 'routine',
    missing: ['report'],
    source: { channel: 'web' },
    person: { name: 'Ana Delgado', phone: '+13055550123', email: 'ana@example.com', state: 'FL', language: 'en' },
    complaint: {
      region: 'lumbar',
      dominantPain: 'leg',
      side: 'left',
      durationMonths: 7,
      worstPain: 8,
      radiation: 'lower back, leg left',
      numbness: 'yes',
    },
    conservativeCare: [
      { kind: 'stretching', weeks: 12, effect: 'little' },
      { kind: 'physical_therapy', weeks: 6 },
    ],
    imaging: [{ modality: 'MR', studyDate: '2026-10-03', supplied: 'upload' }],
    priorSurgery: { had: 'no' },
    consents: { privacyNotice: true, review: true, shareImages: true, phone: true, text: false, marketing: false },
  });
  expect(await historyOf(number)).toMatchObject([
    { kind: 'received', actor_name: 'The person', facts: { source: 'web' } },
  ]);
  expect((await auditTrail()).at(-2)).toMatchObject({ action: 'form.send', outcome: 'done', actor_role: 'public' });
});

test('sent twice, also in the same moment, it is one request with one page', async () => {
  const token = await aForm();
  const sent = await Promise.all([1, 2, 3].map(() => sendForm(nobody, { token })));
  expect(new Set(sent.map(({ status }) => status)).size).toBe(1);
  expect((await openForm(nobody, { token })).status).toBe(sent[0]?.status);
});

test('every consent is kept in the words that were read, with version, time and channel, and never rewritten', async () => {
  const { id } = await requestOf(await aSentForm({}, 'es'));
  const lines = await sql(
    'select kind, is_given, version, words, language, channel, staff_id from consent where request_id = $1',
    [id],
  );
  expect(lines).toHaveLength(8);
  expect(lines.find((line) => line.kind === 'review')).toEqual({
    kind: 'review',
    is_given: true,
    version: '2026-11',
    words: CONSENT_WORDS.es.review,
    language: 'es',
    channel: 'web',
    staff_id: null,
  });
  expect(lines.find((line) => line.kind === 'marketing')).toMatchObject({ is_given: false });
  for (const change of ['update consent set is_given = true', 'delete from consent'])
    await expect(sql(change)).rejects.toThrow(/append-only/);
});

test('what was typed wrong is kept as typed, named in its step, and nothing is sent', async () => {
  const token = await aForm({ you: { 'dateOfBirth.month': '13', phone: '12', email: 'ana@', firstName: '  ' } });
  const { typed, problems } = await openForm(nobody, { token });
  expect(typed.phone).toEqual(['12']);
  expect(problems.you).toEqual([
    { field: 'firstName', code: 'needed' },
    { field: 'dateOfBirth', code: 'not_a_day' },
    { field: 'phone', code: 'not_a_phone' },
    { field: 'email', code: 'not_an_email' },
  ]);
  await expect(sendForm(nobody, { token })).rejects.toMatchObject({
    code: 'incomplete',
    fields: expect.arrayContaining([{ path: 'dateOfBirth', message: 'not_a_day' }]),
  });
});

test('nobody gets in without the consents that a review needs', async () => {
  const token = await aForm({ send: { 'agree.review': '' } });
  await expect(sendForm(nobody, { token })).rejects.toMatchObject({
    fields: [{ path: 'agree.review', message: 'needed' }],
  });
});

describe('a form on its way', () => {
  test('is sealed in the database, and gone from it once it is sent', async () => {
    const token = await aForm({ you: { lastName: 'Sealedname' } });
    const dump = async () =>
      JSON.stringify(await sql("select encode(answers, 'escape') as words from form order by begun_at desc limit 1"));
    expect(await dump()).not.toMatch(/Sealedname|555-0123/);
    await sendForm(nobody, { token });
    expect(await dump()).toBe('[{"words":null}]');
  });

  test('waits 72 hours and not longer', async () => {
    const begun = new Date(Date.now() - 71 * HOUR);
    const token = await aForm({}, 'en', begun);
    await expect(openForm(nobody, { token })).resolves.toMatchObject({ language: 'en' });
    expect(await outcomeOf(() => openForm(nobody, { token }, { now: new Date(Date.now() + 2 * HOUR) }))).toBe('gone');
  });

  test('opens to nobody with another token', async () => {
    await aForm();
    expect(await outcomeOf(() => openForm(nobody, { token: 'x'.repeat(43) }))).toBe('gone');
  });

  test('takes no field that is not of its step', async () => {
    const { token } = await beginForm(nobody, { language: 'en' });
    await expect(keepForm(nobody, { token, step: 'where', typed: { firstName: ['Ana'] } })).rejects.toMatchObject({
      fields: [{ path: 'firstName' }],
    });
  });
});

test('what is told besides of a sign goes with it, and is left behind where the sign is taken back', async () => {
  const safety = { ...AN_ANSWER.safety, MYE1: 'yes', MYE1_NEW: 'no', CES1_SEEN: 'yes' };
  const { number } = await requestOf(await aSentForm({ safety }));
  const { redFlags, urgency } = await openRequest(theCast().coordinator, { number });
  expect([redFlags.MYE1_NEW, redFlags.CES1_SEEN, urgency]).toEqual(['no', undefined, 'urgent']);
});

describe('what nobody would send', () => {
  test.each([
    ['a field that no person sees is filled in', { you: { homepage: 'https://pills.example' } }, 240],
    ['all of it within a breath', {}, 3],
  ])('%s: it is set aside as spam, with the same answer, and opened again by hand', async (_, change, seconds) => {
    const token = await aForm(change, 'en', new Date(Date.now() - seconds * 1_000));
    const { number, stage } = await requestOf((await sendForm(nobody, { token })).status);
    expect(stage).toBe('closed');
    expect((await historyOf(number)).at(-1)).toMatchObject({ kind: 'moved', to_stage: 'closed', reason: 'SPAM' });
    await moveRequest(theCast().coordinator, { number, version: 2, to: 'triage', reason: 'A person after all' });
    expect((await openRequest(theCast().coordinator, { number })).stage).toBe('triage');
  });

  test('a possible emergency is never set aside', async () => {
    const token = await aForm({ safety: { ...AN_ANSWER.safety, CES2: 'yes' }, you: { homepage: 'x' } });
    expect(await requestOf((await sendForm(nobody, { token })).status)).toMatchObject({
      stage: 'new',
      alarm_since: expect.any(Date),
    });
  });
});

describe('where it hurts', () => {
  test.each([
    [['neck'], 'neck', 'cervical'],
    [['arm_left'], 'arm', 'cervical'],
    [['lower_back', 'leg_right'], 'leg', 'lumbar'],
    [['upper_back'], 'back', 'thoracic'],
    [['buttock_left'], 'back', 'si'],
    [['lower_back', 'buttock_left'], 'back', 'lumbar'],
    [['neck', 'lower_back'], 'unknown', 'unknown'],
    [['neck', 'lower_back'], 'back', 'lumbar'],
  ] as const)('%j, worst in the %s, is %s', (places, worst, region) => {
    expect(intakeFrom({ ...WHOLE, places, worst: [worst] }, 'en').complaint.region).toBe(region);
  });
});

describe('what can be read by the form can be read by the door:', () => {
  const words = fc.oneof(
    fc.constant(''),
    fc.string({ maxLength: 40 }),
    fc.constantFrom('yes', 'no', '3', '12', '2020', '+34600111222', 'a@b.co'),
  );
  const answer = fc.record(
    Object.fromEntries(
      FORM_STEPS.flatMap((step) =>
        Object.entries(FORM_FIELDS[step]).flatMap(([field, kind]) => {
          const offered = kind.is === 'one' || kind.is === 'many' ? fc.constantFrom(...kind.of) : words;
          const usual = (name: string) => fc.constant((WHOLE[name] ?? [''])[0] ?? '');
          const names = kind.is === 'day' ? ['year', 'month', 'day'].map((part) => `${field}.${part}`) : [field];
          return names.map(
            (name) =>
              [
                name,
                fc
                  .oneof({ weight: 3, arbitrary: usual(name) }, { weight: 1, arbitrary: offered })
                  .map((said) => [said]),
              ] as const,
          );
        }),
      ),
    ),
  );

  /** What cannot be read is answered as usual instead; the rest stays as it fell. */
  const mended = (typed: Typed): Typed => {
    const wrong = FORM_STEPS.flatMap((step) => problemsIn(step, typed, TODAY)).map(({ field }) => field);
    const parts = wrong.flatMap((field) =>
      Object.keys(WHOLE).filter((name) => name === field || name.startsWith(`${field}.`)),
    );
    return wrong.length === 0
      ? typed
      : mended({
          ...typed,
          ...Object.fromEntries(wrong.map((field) => [field, []])),
          ...Object.fromEntries(parts.map((name) => [name, WHOLE[name] ?? []])),
        });
  };

  test('whatever is typed', () => {
    fc.assert(
      fc.property(answer, (typed) => {
        const { error } = intakeInput.safeParse(intakeFrom(mended(typed as Typed), 'en'));
        expect(error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the two languages', () => {
  const catalogue = (language: string) =>
    JSON.parse(readFileSync(`components/public/words/${language}.json`, 'utf8')) as Record<string, unknown>;
  const keys = (at: unknown, path = ''): string[] =>
    typeof at === 'object' && at !== null
      ? Object.entries(at).flatMap(([key, inner]) => keys(inner, `${path}.${key}`))
      : [path];
  const gaps = (at: unknown): string[] =>
    typeof at === 'object' && at !== null
      ? Object.values(at).flatMap(gaps)
      : [[...String(at).matchAll(/\{\w+\}/g)].join()];

  test('say the same things, with the same gaps to fill', () => {
    expect(keys(catalogue('es'))).toEqual(keys(catalogue('en')));
    expect(gaps(catalogue('es'))).toEqual(gaps(catalogue('en')));
  });

  test('and name every field', () => {
    const { fields } = catalogue('en') as { fields: Record<string, string> };
    const asked = FORM_STEPS.filter((step) => step !== 'send').flatMap((step) => Object.keys(FORM_FIELDS[step]));
    const named = asked.map((field) =>
      field
        .replace(/^care\.\w+\.(weeks|effect)$/, 'care_$1')
        .replace(/^[A-Z]{3}\d_(?=[A-Z])/, 'followUp_')
        .replaceAll('.', '_'),
    );
    expect(named.filter((name) => !fields[name])).toEqual([]);
    expect(fieldsOf('you')).toContain('dateOfBirth.year');
  });
});
