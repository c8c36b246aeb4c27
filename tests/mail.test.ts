import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transact } from '@/db/client';
import { addMail } from '@/db/mails';
import { leaveMail } from '@/lib/commands/leave-mail';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { setPreferences } from '@/lib/commands/set-preferences';
import { submitRequest } from '@/lib/commands/submit-request';
import { MAIL_TABS, type MailTab } from '@/lib/domain/mail';
import type { MailList, MailShown } from '@/lib/domain/mail-shown';
import { letterFrom } from '@/lib/domain/mail-words';
import type { Actor } from '@/lib/domain/permissions';
import { countMail } from '@/lib/queries/count-mail';
import { listMail } from '@/lib/queries/list-mail';
import { openRequest } from '@/lib/queries/open-request';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake, aWholeIntake, noRedFlags } from './house/intake';
import { digestsAt, mailsOf, minutes, nothingWaits, somebodyWillingAt, theMail, willing } from './house/mails';
import { aPerson, program } from './house/people';
import { faultsOf, overheard, planOf } from './house/plans';
import { aRequest, aRequestIn, auditTrail, give, inDays, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

describe('a person is written to only with their consent, at an address, unless they wish to hear nothing:', () => {
  test.each<[string, object, object, string, string | null]>([
    ['willing, with an address', willing, {}, 'waiting', null],
    ['not asked', { ...willing, email: undefined }, {}, 'not_sent', 'no_consent'],
    ['said no', { ...willing, email: false }, {}, 'not_sent', 'no_consent'],
    ['no address', willing, { email: undefined }, 'not_sent', 'no_address'],
    ['an empty address', willing, { email: '' }, 'not_sent', 'no_address'],
    ['wishes to hear nothing', willing, { doNotContact: 'yes' }, 'not_sent', 'do_not_contact'],
    ['may be contacted', willing, { doNotContact: 'no' }, 'waiting', null],
    ['nobody knows', willing, { doNotContact: 'unknown' }, 'waiting', null],
  ])('%s', async (_, consents, told, state, problem) => {
    const number = await aRequest({ consents, person: { ...aFullIntake().person, ...told } });
    expect(await mailsOf(number)).toMatchObject([{ kind: 'receipt', state, problem }]);
  });
});

test('who stands in a list read in gets no receipt: they wrote to nobody today', async () => {
  expect(await mailsOf(await aRequest({ consents: willing, source: { channel: 'import' } }))).toEqual([]);
});

test('the same thing is said once: a submission tried again, and a key used again', async () => {
  const intake = aFullIntake({ consents: willing });
  const key = { idempotencyKey: 'the-same-submission' };
  const { number } = await submitRequest(program, intake, key);
  await submitRequest(program, intake, key);
  const { id } = await theRow(number);
  const say = (requestId: string) => (tx: Parameters<Parameters<typeof transact>[0]>[0]) =>
    addMail(tx, { kind: 'receipt', requestId, dedupeKey: `receipt:${id}` }, new Date());
  await Promise.all([transact(say(id)), transact(say(id))]);
  expect(await mailsOf(number)).toHaveLength(1);
});

test('what is refused leaves no message', async () => {
  const [before] = await sql<{ n: number }>('select count(*)::int as n from mail');
  await expect(
    transact(async (tx) => {
      const { id } = await theRow(await aRequest());
      await addMail(tx, { kind: 'receipt', requestId: id, dedupeKey: 'rolled back' }, new Date());
      throw new Error('something later failed');
    }),
  ).rejects.toThrow('something later failed');
  const [after] = await sql<{ n: number }>('select count(*)::int as n from mail');
  expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(1);
});

/** All there is to read of one person's mail. */
async function lettersOf(number: string): Promise<MailShown[]> {
  const lists = await Promise.all(
    (Object.keys(MAIL_TABS) as MailTab[]).map((tab) => listMail(theCast().coordinator, { tab })),
  );
  return lists
    .flatMap(({ rows }) => rows)
    .filter(({ to }) => to.number === number)
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

describe('no message tells anything of a person but the first name:', () => {
  const whole = aWholeIntake();
  const aLine = () => {
    const { phone, email } = aFullIntake().person;
    return { phone, email };
  };
  const speaking = (language: string, change: object = {}) => ({
    ...whole,
    person: { ...whole.person, ...aLine(), language, otherLanguage: undefined, ...change },
    consents: { ...whole.consents, email: true },
  });
  const MEDICAL =
    /mri|x-?ray|scan|image|imágen|resonancia|spine|columna|espalda|back pain|neck|cuello|lumbar|cervical|pain|dolor|surg|cirug|operat|proced|candidat|diagnos|doctor|report|inform[ea]\b|red.flag|symptom|síntoma|medic|nerve|disc\b|treat|trat|therapy|insur|segur/i;

  /** Each word that was told, as it was told. */
  const toldWords = (told: unknown): string[] =>
    typeof told === 'object' && told !== null
      ? Object.values(told).flatMap(toldWords)
      : typeof told === 'string' && told.length > 4
        ? [told]
        : [];

  test.each(['en', 'es', 'other'])('in %s', async (language) => {
    const intake = speaking(language);
    const number = await aRequestIn('awaiting_info', theCast().coordinator, theCast().surgeon, intake);
    const letters = await lettersOf(number);
    expect(letters.map(({ kind }) => kind)).toEqual(['missing_items', 'receipt']);
    for (const { letter } of letters) {
      const said = `${letter.subject}\n${letter.text}`;
      expect(said).toContain('Ana');
      expect(said.match(MEDICAL)?.[0]).toBeUndefined();
      const told = toldWords({ ...intake, redFlags: {} }).filter((word) => said.includes(word));
      expect(told).toEqual([]);
      expect(said).toContain(language === 'es' ? 'Hola, Ana:' : 'Hello Ana,');
    }
  });

  test('two who share a first name and nothing else get the same words', async () => {
    const { coordinator, surgeon } = theCast();
    const numbers = [
      await aRequestIn(
        'awaiting_info',
        coordinator,
        surgeon,
        speaking('en', { lastName: 'Quiroga', phone: '+493012345' }),
      ),
      await aRequestIn('awaiting_info', coordinator, surgeon, {
        consents: willing,
        redFlags: { ...noRedFlags, CES1: 'yes' },
        complaint: { region: 'cervical', dominantPain: 'neck', worstPain: 2 },
        fitness: undefined,
      }),
    ];
    const said = await Promise.all(
      numbers.map(async (number) =>
        (await lettersOf(number)).map(({ letter }) =>
          letter.text.replaceAll(number, 'MR').replace(/by \w+ \d+, \d+/, 'by'),
        ),
      ),
    );
    expect(said[0]).toEqual(said[1]);
  });

  test('a name that is none is not repeated: a form open to all carries no stranger’s words to another’s address', () => {
    const greeting = (firstName: string) =>
      letterFrom('receipt', 'en', { firstName, number: 'MR-000001', facts: {}, link: null }).text.split('\n')[0];
    expect(['Ana María', 'O’Neil', 'Jean-Luc', '李'].map(greeting)).toEqual([
      'Hello Ana María,',
      'Hello O’Neil,',
      'Hello Jean-Luc,',
      'Hello 李,',
    ]);
    for (const name of [
      'http://evil.example',
      'evil.example',
      'Win a prize at our shop',
      '<b>Ana</b>',
      '555-0123',
      'a@b',
    ])
      expect(greeting(name)).toBe('Hello,');
  });

  test('whatever is said, the message is whole: no hole, no tag of anybody’s making, in both languages, with a link and without', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('receipt', 'missing_items', 'digest' as const),
        fc.constantFrom('en', 'es' as const),
        fc.option(fc.string({ maxLength: 40 })),
        fc.constantFrom(null, 'https://desk.clinic.example/status/a?b=1&c="2"'),
        fc.constantFrom({}, { by: '2026-12-04' }, { mine: 7, overdue: 2, redFlags: 1 }),
        (kind, language, firstName, link, facts) => {
          const { subject, text, html } = letterFrom(kind, language, { firstName, number: 'MR-000001', facts, link });
          expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
          expect(html.match(/<(?!\/?(html|head|meta|title|body|p|ul|li|a)\b|!doctype)/)).toBeNull();
          expect(text.includes(link ?? '')).toBe(true);
          expect(/[\r\n]/.test(subject)).toBe(false);
        },
      ),
    );
  });
});

describe('the digest of the morning', () => {
  // Wednesday, 18 November 2026, 9:00 in New York.
  const opening = new Date('2026-11-18T14:00:00Z');
  const digestOf = async ({ id }: { id: string }) =>
    sql<{ state: string; problem: string | null; facts: Record<string, number>; address: string; day: string }>(
      "select state, problem, facts, address, split_part(dedupe_key, ':', 3) as day from mail where staff_id = $1 order by queued_at",
      [id],
    );
  const signedUp = async (role: 'coordinator' | 'surgeon' | 'manager') => {
    const member = await aPerson(role);
    await sql("update staff set password_hash = 'x' where id = $1", [member.id]);
    return member;
  };
  beforeEach(async () => {
    await sql('update staff set password_hash = null');
    await nothingWaits();
  });

  test('counts what the tabs of the worklist count, for a coordinator and for a surgeon', async () => {
    const { coordinator: cast } = theCast();
    const [coordinator, surgeon] = [await signedUp('coordinator'), await signedUp('surgeon')];
    for (let at = 0; at < 3; at++) await give(cast, await aRequest(), coordinator.id);
    await aRequest({ redFlags: { ...noRedFlags, CES1: 'yes' } });
    await give(cast, await aRequestIn('ready_for_review', cast, surgeon), surgeon.id);
    await aRequestIn('ready_for_review', cast, surgeon);
    const now = new Date('2027-01-06T14:30:00Z');
    await digestsAt(now);
    const tabs = async (actor: Actor) => await worklist(actor, { view: 'mine', limit: 100 }, { now });
    for (const [actor, next] of [
      [coordinator, 'new'],
      [surgeon, 'ready'],
    ] as const) {
      const { counts, items } = await tabs(actor);
      const [digest] = await digestOf(actor);
      const { mine, overdue, redFlags, ...rest } = digest?.facts ?? {};
      expect(digest).toMatchObject({ state: 'waiting', address: `${actor.id}@example.com` });
      expect({ mine, redFlags, next: rest.fresh ?? rest.ready }).toEqual({
        mine: counts.mine.value,
        redFlags: counts['red-flags'].value,
        next: counts[next].value,
      });
      expect(overdue).toBe(items.filter(({ dueAt }) => dueAt && new Date(dueAt) < now).length);
      expect([mine, overdue]).not.toContain(0);
    }
  });

  test.each([
    ['a minute before the clinic opens', '2026-11-18T13:59:00Z', 0],
    ['when it opens', '2026-11-18T14:00:00Z', 1],
    ['late in the morning', '2026-11-18T16:59:00Z', 1],
    ['at noon', '2026-11-18T17:00:00Z', 0],
    ['on a Saturday', '2026-11-21T14:00:00Z', 0],
    ['on a Sunday', '2026-11-22T14:00:00Z', 0],
    ['after the clocks went back', '2026-11-02T14:00:00Z', 1],
    ['before they did', '2026-10-30T13:00:00Z', 1],
  ])('%s', async (_, at, digests) => {
    const member = await signedUp('coordinator');
    await digestsAt(new Date(at));
    expect(await digestOf(member)).toHaveLength(digests);
  });

  test('comes once a day, and yesterday’s is dropped where it still waits', async () => {
    const member = await signedUp('coordinator');
    await give(theCast().coordinator, await aRequest(), member.id);
    for (const at of [0, 1, 30]) await digestsAt(minutes(at, opening));
    await Promise.all([digestsAt(minutes(31, opening)), digestsAt(minutes(31, opening))]);
    expect(await digestOf(member)).toHaveLength(1);
    await digestsAt(minutes(24 * 60, opening));
    expect((await digestOf(member)).map(({ state, problem, day }) => [state, problem, day])).toEqual([
      ['not_sent', 'too_late', '2026-11-18'],
      ['waiting', null, '2026-11-19'],
    ]);
  });

  test('goes to coordinators and surgeons with an account who want it', async () => {
    const [manager, gone, unwilling, invited] = [
      await signedUp('manager'),
      await signedUp('surgeon'),
      await signedUp('coordinator'),
      await aPerson('coordinator'),
    ];
    await sql('update staff set is_active = false where id = $1', [gone.id]);
    await setPreferences(unwilling, { hasDigest: false });
    await digestsAt(opening);
    for (const one of [manager, gone, unwilling, invited]) expect(await digestOf(one)).toEqual([]);
    await setPreferences(unwilling, { hasDigest: true });
    await digestsAt(opening);
    expect(await digestOf(unwilling)).toHaveLength(1);
  });

  test('is not sent where nothing waits, and is no link to anybody', async () => {
    await sql("update request set stage = 'closed', alarm_since = null, due_at = null");
    const member = await signedUp('coordinator');
    await digestsAt(opening);
    expect(await digestOf(member)).toMatchObject([{ state: 'not_sent', problem: 'nothing_waits' }]);
    const { text } = letterFrom('digest', 'en', {
      firstName: null,
      number: null,
      facts: { mine: 7, overdue: 2, redFlags: 1, fresh: 3 },
      link: 'http://127.0.0.1:3000/requests',
    });
    expect(text).toBe(
      'Good morning.\n\n- In your queue: 7\n- Of these, overdue: 2\n- New requests: 3\n- Red flags that wait for a clinician: 1\n\nOpen the desk:\n\nhttp://127.0.0.1:3000/requests\n\nYou can switch this message off under “Your account”.\n',
    );
  });
});

describe('the list', () => {
  beforeEach(() => sql('delete from mail'));

  test('shows what needs a look first, then each on its tab, with who it is for; who was shown is audited', async () => {
    const { coordinator, manager } = theCast();
    const made: Record<string, string> = {};
    for (const state of ['failed', 'held', 'waiting', 'sending', 'sent', 'not_sent', 'left']) {
      const { number, address } = await somebodyWillingAt();
      await sql('update mail set state = $2 where address = $1', [address, state]);
      made[state] = number;
    }
    for (const [tab, states] of Object.entries(MAIL_TABS)) {
      const { rows, counts } = await listMail(manager, { tab });
      expect(rows.map(({ to }) => to.number).sort()).toEqual(states.map((state) => made[state]).sort());
      expect(rows.every(({ to }) => to.name === 'Ana Delgado')).toBe(true);
      expect([counts.look.value, counts.waiting.value]).toEqual([2, 2]);
    }
    const { rows } = await listMail(coordinator, {});
    const ids = await Promise.all(rows.map(async ({ to }) => (await theRow(to.number ?? '')).id));
    expect((await auditTrail()).at(-1)).toMatchObject({ action: 'mail.list', shown_ids: ids });
    await leaveMail(coordinator, { mailId: (await theMail(made.failed ?? '')).id });
    expect((await auditTrail()).at(-1)).toMatchObject({
      action: 'mail.leave',
      subject_id: (await theRow(made.failed ?? '')).id,
    });
  });

  test('an admin learns how many, and of nobody', async () => {
    for (const state of ['failed', 'waiting', 'sent']) {
      const { address } = await somebodyWillingAt();
      await sql('update mail set state = $2 where address = $1', [address, state]);
    }
    const one = { value: 1, isExact: true };
    expect(await countMail(theCast().admin, {})).toEqual({ isSending: false, look: one, waiting: one, sentToday: one });
  });

  test('a request shows its own to who sees the mail, and to no surgeon', async () => {
    const { coordinator, surgeon, manager } = theCast();
    const number = await aRequest();
    await give(coordinator, number, surgeon.id);
    const of = async (actor: Actor) => (await openRequest(actor, { number })).mails;
    expect(await of(coordinator)).toMatchObject([
      { kind: 'receipt', state: 'not_sent', problem: 'No consent to e-mail' },
    ]);
    expect(await of(manager)).toHaveLength(1);
    expect(await of(surgeon)).toEqual([]);
  });

  test('page after page shows each once, by an index, among twenty thousand', async () => {
    const { id } = await theRow(await aRequest());
    await sql(
      `insert into mail (id, kind, request_id, language, dedupe_key, state, next_try_at, queued_at)
       select gen_random_uuid(), 'receipt', $1, 'en', 'many ' || n, (array['sent', 'sent', 'failed', 'waiting'])[n % 4 + 1],
         now(), now() - (n / 7 || ' minutes')::interval from generate_series(1, 20000) n`,
      [id],
    );
    await sql('analyze mail');
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 4; page++) {
      const list: MailList = await listMail(theCast().manager, { tab: 'sent', ...(cursor ? { cursor } : {}) });
      seen.push(...list.rows.map((row) => row.id));
      cursor = list.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([200, 200]);
    const asks = [
      ...Object.keys(MAIL_TABS).map((tab) => () => listMail(theCast().manager, { tab })),
      () => listMail(theCast().manager, { tab: 'sent', cursor }),
      () => countMail(theCast().admin, {}),
      () => openRequest(theCast().coordinator, { number: 'MR-000001' }),
    ];
    for (const ask of asks)
      for (const one of await overheard(ask))
        expect(faultsOf(await planOf(one, 'set local enable_seqscan = off'), 10_500)).toEqual([]);
  });
});

test('a follow-up that is planned writes to nobody', async () => {
  const number = await aRequest({ consents: willing });
  await scheduleFollowUp(theCast().coordinator, { number, dueAt: inDays(2), what: 'Ring' });
  expect(await mailsOf(number)).toHaveLength(1);
});
