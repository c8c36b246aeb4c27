import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { amendDecision } from '@/lib/commands/amend-decision';
import { correctRequest } from '@/lib/commands/correct-request';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { dropDraft } from '@/lib/commands/drop-draft';
import { forgetAnswers } from '@/lib/commands/forget-answers';
import { keepDraft } from '@/lib/commands/keep-draft';
import { logContact } from '@/lib/commands/log-contact';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { submitRequest } from '@/lib/commands/submit-request';
import { writeNote } from '@/lib/commands/write-note';
import { DRAFT_LIFE, type DraftKind, LONGEST_DRAFT, MOST_DRAFTS } from '@/lib/domain/drafts';
import type { Actor } from '@/lib/domain/permissions';
import type { Entry } from '@/lib/door/door';
import { readDrafts } from '@/lib/queries/read-drafts';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake } from './house/intake';
import { theHouse } from './house/people';
import { aCandidate, aRequest, aRequestIn, auditTrail, give, inDays, move, theRow } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const CANARY = 'Canaryword';
type Place = { number: string; kind?: DraftKind; about?: string };
type Typed = { value?: unknown; mark?: string; seen?: readonly string[]; isKept?: boolean };

const keepAs = (actor: Actor, { number, kind = 'note', about = '' }: Place, typed: Typed = {}, now = new Date()) =>
  keepDraft(
    actor,
    {
      staffId: actor.id,
      number,
      kind,
      about,
      value: { text: CANARY },
      mark: randomUUID(),
      seen: [],
      isKept: false,
      ...typed,
    },
    { now },
  );
const dropAs = (actor: Actor, { number, kind = 'note', about = '' }: Place, seen: readonly string[]) =>
  dropDraft(actor, { staffId: actor.id, number, kind, about, seen });
const heldBy = async (actor: Actor, number: string) => (await readDrafts(actor, { number })).drafts;

describe('a draft', () => {
  test('is there again for who typed it, with its time by the clinic’s clock', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const now = new Date('2026-03-04T15:05:00Z');
    const { mark } = await keepAs(coordinator, { number }, {}, now);
    expect(await heldBy(coordinator, number)).toEqual([
      { number, kind: 'note', about: '', value: { text: CANARY }, mark, savedAt: now.toISOString() },
    ]);
  });

  test('is one’s own: nobody else on the same request finds it, whatever their role', async () => {
    const { coordinator, otherCoordinator, manager, surgeon } = theCast();
    const number = await aRequestIn('in_review', coordinator, surgeon);
    await keepAs(coordinator, { number });
    for (const other of [otherCoordinator, manager, surgeon]) expect(await heldBy(other, number)).toEqual([]);
    expect(await heldBy(coordinator, number)).toHaveLength(1);
  });

  test('typed on one person’s page is not kept as the draft of who has signed in behind it', async () => {
    const { coordinator, otherCoordinator } = theCast();
    const number = await aRequest();
    const stale = { ...draftOf(coordinator, number), staffId: coordinator.id };
    expect(await outcomeOf(() => keepDraft(otherCoordinator, stale))).toBe('forbidden');
    await keepAs(coordinator, { number });
    const { mark = '' } = (await heldBy(coordinator, number))[0] ?? {};
    const drop = { staffId: coordinator.id, number, kind: 'note', seen: [mark] };
    expect(await outcomeOf(() => dropDraft(otherCoordinator, drop))).toBe('forbidden');
    expect(await heldBy(otherCoordinator, number)).toEqual([]);
    expect(await heldBy(coordinator, number)).toHaveLength(1);
  });

  test('of one kind leaves the others alone, and each note’s addendum has its own', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const places: Place[] = [
      { number },
      { number, kind: 'contact' },
      { number, about: randomUUID() },
      { number, about: randomUUID() },
    ];
    for (const [at, place] of places.entries()) await keepAs(coordinator, place, { value: { at } });
    const values = (await heldBy(coordinator, number)).map(({ value }) => value);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(4);
  });

  test('of a phone entry is a coordinator’s, and no surgeon’s', async () => {
    const { coordinator, otherCoordinator, surgeon } = theCast();
    await keepAs(coordinator, { number: 'new', kind: 'entry' });
    expect(await heldBy(coordinator, 'new')).toHaveLength(1);
    expect(await heldBy(otherCoordinator, 'new')).toEqual([]);
    expect(await outcomeOf(() => keepAs(surgeon, { number: 'new', kind: 'entry' }))).toBe('not_found');
  });

  test('goes with the right to open: who gave the request back finds no draft there', async () => {
    const { coordinator, surgeon, otherSurgeon } = theCast();
    const number = await aRequestIn('in_review', coordinator, surgeon);
    await keepAs(surgeon, { number, kind: 'decision' });
    await move(surgeon, number, 'ready_for_review');
    await give(coordinator, number, otherSurgeon.id);
    expect(await outcomeOf(() => heldBy(surgeon, number))).toBe('not_found');
    expect(await outcomeOf(() => keepAs(surgeon, { number, kind: 'decision' }))).toBe('not_found');
    expect(await heldBy(otherSurgeon, number)).toEqual([]);
  });

  test('is no longer than the longest phone entry, nor one of hundreds', async () => {
    const { manager } = theCast();
    const number = await aRequest();
    const long = { text: 'x'.repeat(LONGEST_DRAFT) };
    expect(await outcomeOf(() => keepAs(manager, { number }, { value: long }))).toBe('invalid');
    for (let at = 0; at < MOST_DRAFTS; at += 1) await keepAs(manager, { number, about: randomUUID() });
    expect(await outcomeOf(() => keepAs(manager, { number }))).toBe('too_large');
  });

  test('is audited as every look and every write is, without a word of it', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const { mark } = await keepAs(coordinator, { number });
    await heldBy(coordinator, number);
    await dropAs(coordinator, { number }, [mark]);
    const { id } = await theRow(number);
    const mine = (await auditTrail()).filter(({ subject_id, action }) => subject_id === id && /^draft/.test(action));
    expect(mine.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'draft.keep done',
      'draft.read done',
      'draft.drop done',
    ]);
    expect(JSON.stringify(await sql('select * from audit'))).not.toContain(CANARY);
  });

  test('left alone for thirty days is forgotten, and not before', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const now = new Date();
    await keepAs(coordinator, { number }, {}, now);
    await forgetAnswers(theHouse, {}, { now: new Date(now.getTime() + DRAFT_LIFE - 1) });
    expect(await heldBy(coordinator, number)).toHaveLength(1);
    await forgetAnswers(theHouse, {}, { now: new Date(now.getTime() + DRAFT_LIFE + 1) });
    expect(await heldBy(coordinator, number)).toEqual([]);
  });
});

describe('in the table', () => {
  test('no word of it can be read', async () => {
    const { coordinator } = theCast();
    await keepAs(coordinator, { number: await aRequest() });
    const [row] = await sql<{ row: string; sealed: Buffer }>('select d::text as row, sealed from draft d');
    expect(row?.sealed.length).toBeGreaterThan(CANARY.length);
    for (const form of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
      const word = Buffer.from(CANARY, form === 'utf16le' ? 'utf16le' : 'utf8');
      expect(row?.sealed.includes(word)).toBe(false);
      expect(row?.row).not.toContain(form === 'utf16le' ? CANARY : word.toString(form));
    }
  });

  test('the same words twice are not the same bytes', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    await keepAs(coordinator, { number });
    await keepAs(coordinator, { number, kind: 'contact' });
    const { id } = await theRow(number);
    const rows = await sql<{ sealed: Buffer }>('select sealed from draft where request_id = $1', [id]);
    expect(new Set(rows.map(({ sealed }) => sealed.subarray(28).toString('hex'))).size).toBe(2);
  });

  test.each([
    ['another person', 'staff_id', async () => theCast().manager.id],
    ['another request', 'request_id', async () => (await theRow(await aRequest())).id],
    ['another kind', 'kind', async () => 'contact'],
    ['another note', 'about', async () => randomUUID()],
  ])('moved to %s it opens for nobody', async (_, column, to) => {
    const { coordinator, manager } = theCast();
    const number = await aRequest();
    await keepAs(coordinator, { number });
    const target = await to();
    const { id } = await theRow(number);
    await sql(`update draft set ${column} = $2 where request_id = $1`, [id, target]);
    const numbers = column === 'request_id' ? [number, await numberOf(target)] : [number];
    for (const one of numbers) for (const actor of [coordinator, manager]) expect(await heldBy(actor, one)).toEqual([]);
  });
});

describe('two windows:', () => {
  test('an older one does not go over what a newer one typed, and is told when that was', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const first = await keepAs(coordinator, { number }, { value: { text: 'first' } });
    const newer = await keepAs(
      coordinator,
      { number },
      { value: { text: 'newer' }, seen: [first.mark], isKept: true },
      new Date(Date.now() + 1_000),
    );
    const older = { value: { text: 'older' }, seen: [first.mark], isKept: true };
    const refused = await keepAs(coordinator, { number }, older).catch((error) => error);
    expect([refused.code, refused.current]).toEqual(['conflict', { savedAt: newer.savedAt }]);
    expect(await outcomeOf(() => dropAs(coordinator, { number }, [first.mark]))).toBe('conflict');
    expect((await heldBy(coordinator, number))[0]?.value).toEqual({ text: 'newer' });
    await keepAs(coordinator, { number }, { ...older, seen: [first.mark, newer.mark] });
    expect((await heldBy(coordinator, number))[0]?.value).toEqual({ text: 'older' });
  });

  test('one that starts blank does not go over what the other holds, however they meet', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => outcomeOf(() => keepAs(coordinator, { number }))),
    );
    expect(outcomes.sort()).toEqual([...Array(5).fill('conflict'), 'done']);
  });

  test('one whose answer was lost on the way is heard again, and once', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const lost = randomUUID();
    await keepAs(coordinator, { number }, { mark: lost, seen: [lost] });
    await keepAs(coordinator, { number }, { mark: lost, seen: [lost] });
    await keepAs(coordinator, { number }, { value: { text: 'and on' }, seen: [lost] });
    expect(await heldBy(coordinator, number)).toMatchObject([{ value: { text: 'and on' } }]);
  });

  test('what one sent, the other does not bring back as a draft', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const { mark } = await keepAs(coordinator, { number });
    await writeNote(coordinator, { number, text: CANARY, draft: [mark] });
    const refused = await keepAs(coordinator, { number }, { seen: [mark], isKept: true }).catch((error) => error);
    expect([refused.code, refused.current]).toEqual(['conflict', { savedAt: null }]);
    expect(await heldBy(coordinator, number)).toEqual([]);
  });

  test('what one sent does not take along what the other typed since', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const { mark } = await keepAs(coordinator, { number });
    await keepAs(coordinator, { number }, { value: { text: 'longer' }, seen: [mark], isKept: true });
    await writeNote(coordinator, { number, text: CANARY, draft: [mark] });
    expect(await heldBy(coordinator, number)).toMatchObject([{ value: { text: 'longer' } }]);
  });

  test('nobody spends another’s draft by naming its mark', async () => {
    const { coordinator, otherCoordinator } = theCast();
    const number = await aRequest();
    const { mark } = await keepAs(coordinator, { number });
    await writeNote(otherCoordinator, { number, text: 'Mine.', draft: [mark] });
    expect(await heldBy(coordinator, number)).toHaveLength(1);
  });
});

describe('a draft goes in the same breath as what it became:', () => {
  const version = async (number: string) => (await theRow(number)).version;
  const sent: readonly (readonly [DraftKind, 'coordinator' | 'surgeon', Entry<unknown>, () => Promise<object>])[] = [
    ['note', 'coordinator', writeNote, async () => ({ number: await aRequest(), text: 'Rang.' })],
    [
      'contact',
      'coordinator',
      logContact,
      async () => ({ number: await aRequest(), channel: 'phone', outcome: 'reached' }),
    ],
    [
      'follow_up',
      'coordinator',
      scheduleFollowUp,
      async () => ({ number: await aRequest(), dueAt: inDays(2), what: 'Ring' }),
    ],
    [
      'part',
      'coordinator',
      correctRequest,
      async () => {
        const number = await aRequest();
        return { number, version: await version(number), report: { text: 'Another.' } };
      },
    ],
    [
      'decision',
      'surgeon',
      decideCandidacy,
      async () => {
        const number = await aRequestIn('in_review', theCast().coordinator, theCast().surgeon);
        return { number, version: await version(number), ...aCandidate };
      },
    ],
    [
      'amendment',
      'surgeon',
      amendDecision,
      async () => {
        const number = await aRequestIn('follow_up', theCast().coordinator, theCast().surgeon);
        return { number, version: await version(number), ...aCandidate, amendReason: 'read again' };
      },
    ],
    ['entry', 'coordinator', submitRequest, async () => aFullIntake()],
  ];

  test.each(sent)('%s by a %s', async (kind, role, act, saying) => {
    const actor = theCast()[role];
    const said = await saying();
    const number = 'number' in said ? String(said.number) : 'new';
    const { mark } = await keepAs(actor, { number, kind });
    await act(actor, { ...said, draft: [mark] });
    expect((await heldBy(actor, number)).filter((one) => one.kind === kind)).toEqual([]);
  });

  test.each(sent)('%s refused: it stays', async (kind, role, act, saying) => {
    const actor = theCast()[role];
    const said = await saying();
    const number = 'number' in said ? String(said.number) : 'new';
    const { mark } = await keepAs(actor, { number, kind });
    const wrong = { ...said, number: undefined, person: undefined, draft: [mark] };
    expect(await outcomeOf(() => act(actor, wrong))).toBe('invalid');
    expect((await heldBy(actor, number)).map(({ mark: held }) => held)).toContain(mark);
    await dropAs(actor, { number, kind }, [mark]);
  });

  test('a note that fails at its last step leaves its draft, and no note', async () => {
    const { coordinator } = theCast();
    const number = await aRequest();
    const { mark } = await keepAs(coordinator, { number });
    await sql(
      "create function fail() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$",
    );
    await sql(
      'create constraint trigger fail after delete on draft initially deferred for each row execute function fail()',
    );
    await expect(writeNote(coordinator, { number, text: CANARY, draft: [mark] })).rejects.toThrow();
    await sql('drop trigger fail on draft');
    expect(await heldBy(coordinator, number)).toHaveLength(1);
    expect(
      await sql('select id from note where text = $1 and request_id = $2', [CANARY, (await theRow(number)).id]),
    ).toEqual([]);
  });
});

function draftOf(actor: Actor, number: string) {
  return {
    staffId: actor.id,
    number,
    kind: 'note',
    value: { text: CANARY },
    mark: randomUUID(),
    seen: [],
    isKept: false,
  };
}

async function numberOf(id: string): Promise<string> {
  const [row] = await sql<{ number: number }>('select number from request where id = $1', [id]);
  return `MR-${String(row?.number).padStart(6, '0')}`;
}
