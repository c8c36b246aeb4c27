import { database } from '@/db/client';
import { listDueFollowUps } from '@/db/follow-ups';
import { gatherRequest } from '@/db/open-request';
import { countViews, findPage } from '@/db/worklist';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { writeNote } from '@/lib/commands/write-note';
import { VIEWS } from '@/lib/domain/desk';
import type { Actor } from '@/lib/domain/permissions';
import { saidNumber } from '@/lib/domain/request';
import { searchTerms } from '@/lib/domain/search';
import { cursorOf, placeOf } from '@/lib/door/cursor';
import { questionInput } from '@/lib/door/question';
import type { Session } from './desk-client';
import { ask, besideFollowUps, besidePage, common, decided, found, inOrder, noted, opened, seen, tabs } from './floors';

type Nth = (nth: number) => Promise<unknown>;
export type Operation = {
  readonly name: string;
  readonly floor: Nth;
  /** The same through the house's own SQL, no door. Absent where the door is part of it. */
  readonly query?: Nth;
  readonly http?: Nth;
  /** The least that the whole answer could cost, where that is more than the floor of its query. */
  readonly whole?: Nth;
  readonly isWrite?: true;
};
type Held = { id: string; number: number; version: number; surgeonId: string };
export type Clinic = {
  readonly coordinator: Actor & { id: string };
  readonly surgeons: ReadonlyMap<string, { actor: Actor; session: Session }>;
  readonly session: Session;
  readonly numbers: readonly number[];
  /** In review, each to be decided once. */
  readonly held: Held[];
  readonly person: { readonly last: string; readonly phone: string; readonly email: string };
};

const tx = database;
const ENDOFTODAY = () => new Date(Date.now() + 12 * 3_600_000);

/** Each thing the desk does, beside the least it could cost. */
export async function operations(clinic: Clinic): Promise<Operation[]> {
  const { coordinator, session, numbers, person } = clinic;
  const list = (name: string, asked: Record<string, string>, floor: Nth, cursor?: string): Operation => ({
    name,
    floor,
    query: () => pageOf(coordinator.id, asked, cursor),
    http: () => got(session, `/api/v1/requests?${new URLSearchParams({ ...asked, ...(cursor ? { cursor } : {}) })}`),
    whole: (nth) => besidePage(floor(nth), coordinator.id),
  });
  const at = (nth: number) => numbers[nth % numbers.length] ?? 1;
  const like = (part: string) => `%${part}%`;
  const deep = await deepPlace();
  const region = `facets && array['region:si'] and facets && array['stage:closed']`;
  return [
    list('first page of 50, all, by due', { view: 'all', sort: 'due' }, () => inOrder('true', 'r.due_sort, r.id')),
    list('first page, my queue, by due', { view: 'mine', sort: 'due' }, () =>
      inOrder(`r.coordinator_id = $1 and r.stage not in ('completed', 'closed')`, 'r.due_sort, r.id', [coordinator.id]),
    ),
    list('first page, new, by name', { view: 'new', sort: 'name' }, () =>
      inOrder(`r.stage = 'new'`, 'r.sort_name, r.id'),
    ),
    list(
      'page at 80 %, all, newest first',
      { view: 'all', sort: '-received' },
      () => inOrder('(r.received_at, r.id) < ($1, $2)', 'r.received_at desc, r.id desc', [deep.value, deep.id]),
      deep.cursor,
    ),
    list('closed, SI joint, newest first, with count', { stage: 'closed', region: 'si', sort: '-received' }, () =>
      common(`r.stage = 'closed' and r.region = 'si'`, 'r.received_at desc, r.id desc'),
    ),
    list(
      'emergency, SI joint, candidate, with count',
      { urgency: 'emergency', region: 'si', verdict: 'candidate', sort: '-received' },
      () =>
        found(
          `${region.split(' and ')[0]} and facets && array['urgency:emergency'] and facets && array['verdict:candidate']`,
          'received_at',
        ),
    ),
    list('search: a last name', { q: person.last, sort: '-received' }, () =>
      found('search_text like $1', 'received_at', [like(person.last)]),
    ),
    list('search: a common part ("son")', { q: 'son', sort: '-received' }, () =>
      common('r.search_text like $1', 'r.received_at desc, r.id desc', ['%son%']),
    ),
    list('search: digits of a phone', { q: person.phone.slice(4, 10), sort: '-received' }, () =>
      found('search_text like $1', 'received_at', [like(person.phone.slice(4, 10))]),
    ),
    list('search: part of an e-mail', { q: person.email.slice(0, 9), sort: '-received' }, () =>
      found('search_text like $1', 'received_at', [like(person.email.slice(0, 9))]),
    ),
    list('search: a number', { q: saidNumber(at(1)), sort: '-received' }, () =>
      found('search_text like $1', 'received_at', [like(saidNumber(at(1)).toLowerCase())]),
    ),
    {
      name: 'counts of all tabs',
      floor: () => tabs(coordinator.id),
      query: () =>
        countViews(tx(), { id: coordinator.id, isSurgeon: false, seesContact: true }, VIEWS, ENDOFTODAY(), 10_001),
    },
    {
      name: 'follow-ups due',
      floor: () => dueFloor(),
      query: () =>
        listDueFollowUps(tx(), { owner: 'all', onlySurgeon: null, dueBy: ENDOFTODAY(), after: null, limit: 51 }),
      http: () => got(session, '/api/v1/follow-ups?owner=all'),
      whole: () => besideFollowUps(dueFloor(), coordinator.id),
    },
    {
      name: 'open a request',
      floor: (nth) => opened(at(nth)),
      query: async (nth) => gatherRequest(tx(), await idOf(at(nth))),
      http: (nth) => got(session, `/api/v1/requests/${saidNumber(at(nth))}`),
      whole: (nth) => seen(coordinator.id, [opened(at(nth))]),
    },
    ...writes(clinic),
  ];
}

function writes({ coordinator, session, surgeons, numbers, held }: Clinic): Operation[] {
  const at = (nth: number) => numbers[(nth * 7) % numbers.length] ?? 1;
  const next = () => held.pop() ?? fail('nobody is left to decide on');
  const draft = { verdict: 'not_now', reasons: ['IMPROVED'], message: 'bench' };
  return [
    {
      name: 'write a note',
      isWrite: true,
      floor: (nth) => noted(at(nth), coordinator.id),
      query: (nth) => writeNote(coordinator, { number: saidNumber(at(nth)), text: 'A note of the bench.' }),
      http: (nth) => posted(session, `/api/v1/requests/${saidNumber(at(nth))}/notes`, { text: 'A note of the bench.' }),
    },
    {
      name: 'decide',
      isWrite: true,
      floor: () => {
        const { id, version, surgeonId } = next();
        return decided(id, version, surgeonId);
      },
      query: () => {
        const { number, version, surgeonId } = next();
        return decideCandidacy(surgeons.get(surgeonId)?.actor ?? fail('no such surgeon'), {
          number: saidNumber(number),
          version,
          ...draft,
        });
      },
      http: () => {
        const { number, version, surgeonId } = next();
        return posted(
          surgeons.get(surgeonId)?.session ?? fail('no such surgeon'),
          `/api/v1/requests/${saidNumber(number)}/decisions`,
          { version, ...draft },
        );
      },
    },
  ];
}

function pageOf(id: string, asked: Record<string, string>, cursor?: string) {
  const { view, sort, q, stage, region, urgency, verdict } = questionInput.parse(asked);
  const { cursor: _, limit: __, ...question } = questionInput.parse(asked);
  const filter = {
    view,
    region,
    urgency,
    verdict,
    terms: q ? searchTerms(q) : [],
    stages: stage === 'open' ? undefined : stage,
    endOfToday: ENDOFTODAY(),
  };
  const order = { by: sort.replace('-', '') as 'due', isDescending: sort.startsWith('-') };
  const after = cursor ? placeOf(question, cursor) : null;
  return findPage(tx(), { id, isSurgeon: false, seesContact: true }, filter, { order, after, limit: 51 }, 10_001);
}

async function deepPlace() {
  const { rows } = await ask(
    'select received_at::text as value, id from request order by received_at desc, id desc offset (select count(*) * 4 / 5 from request) limit 1',
  );
  const { cursor: _, limit: __, ...question } = questionInput.parse({ view: 'all', sort: '-received' });
  return { ...(rows[0] as { value: string; id: string }), cursor: cursorOf(question, rows[0]) };
}

const dueFloor = () =>
  ask(`select f.id, f.what, f.due_at, f.staff_id, a.name, r.id as request_id, r.number, r.stage, r.urgency, r.verdict, p.first_name, p.last_name, k.attempts, k.last_at, k.outcome
    from (select * from follow_up where done_at is null and due_at < now() + interval '12 hours' order by due_at, id limit 51) as f
    join request r on r.id = f.request_id join person p on p.id = r.person_id left join staff a on a.id = f.staff_id
    left join lateral (select count(*) over () as attempts, at as last_at, outcome from contact_attempt c where c.request_id = r.id order by at desc limit 1) as k on true order by f.due_at, f.id`);

async function idOf(number: number): Promise<string> {
  const { rows } = await ask('select id from request where number = $1', [number]);
  return rows[0].id;
}

async function got(session: Session, path: string) {
  const { status } = await session.get(path);
  if (status !== 200) fail(`${status} for GET ${path}`);
}

async function posted(session: Session, path: string, body: object) {
  const { status, body: said } = await session.post(path, body);
  if (status >= 300) fail(`${status} for POST ${path}: ${JSON.stringify(said).slice(0, 200)}`);
}

function fail(why: string): never {
  throw new Error(why);
}
