import { eventsAfter, marksNow } from '@/db/bell';
import { transact } from '@/db/client';
import { countDecidedSince } from '@/db/decisions';
import { openWithContact } from '@/db/duplicates';
import { findSession } from '@/db/sessions';
import { countFound } from '@/db/worklist';
import { claimRequest } from '@/lib/commands/claim-request';
import { EXACT_TO, SORTS, VIEWS } from '@/lib/domain/desk';
import { MAIL_TABS } from '@/lib/domain/mail';
import type { Actor } from '@/lib/domain/permissions';
import { saidNumber } from '@/lib/domain/request';
import { cursorOf } from '@/lib/door/cursor';
import { askedOf, filterOf, questionInput, viewerOf } from '@/lib/door/question';
import { compareRequests } from '@/lib/queries/compare-requests';
import { exportRequests } from '@/lib/queries/export-requests';
import { hearEvents } from '@/lib/queries/hear-events';
import { listDuplicates } from '@/lib/queries/list-duplicates';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { listMail } from '@/lib/queries/list-mail';
import { listReadings } from '@/lib/queries/list-readings';
import { listSessions } from '@/lib/queries/list-sessions';
import { listViews } from '@/lib/queries/list-views';
import { matchPerson } from '@/lib/queries/match-person';
import { openRequest } from '@/lib/queries/open-request';
import { openReview } from '@/lib/queries/open-review';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { readAudit } from '@/lib/queries/read-audit';
import { readDrafts } from '@/lib/queries/read-drafts';
import { worklist } from '@/lib/queries/worklist';
import { sql } from './database';

const SOMEBODY = {
  firstName: 'Ana',
  lastName: 'Garcia',
  dateOfBirth: '1961-04-03',
  phone: '+13055550123',
  email: 'ana@example.com',
};

export type Question = { readonly name: string; readonly ask: () => Promise<unknown> };
type Staff = Actor & { readonly id: string };
type Asked = Readonly<Record<string, string>>;

/** Everything that the desk asks of a full clinic: every view in every order, filters alone and together, search, and the other pages. */
export async function deskQuestions(): Promise<Question[]> {
  const [coordinator, surgeon, manager] = [
    await someone('coordinator'),
    await someone('surgeon'),
    await someone('manager'),
  ];
  const filters = await filtersOf(coordinator.id, surgeon.id);
  const lists = [coordinator, surgeon, manager].flatMap((actor) =>
    [
      ...VIEWS.flatMap((view) =>
        SORTS.flatMap((sort) => [
          { view, sort },
          { view, sort: `-${sort}` },
        ]),
      ),
      ...(actor === manager ? [] : filters.flatMap((filter) => [filter, { ...filter, sort: '-received' }])),
    ].map((asked): readonly [Staff, Asked] => [actor, asked]),
  );
  const deep: (readonly [Staff, Asked])[] = [];
  for (const actor of [coordinator, surgeon])
    for (const sort of SORTS.flatMap((one) => [one, `-${one}`])) deep.push([actor, await deepIn(actor, sort)]);
  return [
    ...[...lists, ...deep].map(([actor, asked]) => ({
      name: `worklist of a ${actor.role}: ${JSON.stringify(asked)}`,
      ask: () => worklist(actor, asked),
    })),
    ...(await otherPages(coordinator, surgeon, manager)),
  ];
}

async function filtersOf(coordinatorId: string, surgeonId: string): Promise<Asked[]> {
  const [person] = await sql<{ last: string; phone: string; email: string; number: number }>(
    `select last_name as last, phone, email, number from person p join request r on r.person_id = p.id where email is not null order by r.number offset 777 limit 1`,
  );
  if (!person) throw new Error('the generated clinic is empty');
  return [
    ...[person.last, person.last.slice(0, 4), 'son', 'ar', 'a', 'ana mar', 'zzqx', 'gmail.com'].map((q) => ({ q })),
    ...[
      person.phone,
      person.phone.slice(4, 9),
      person.email,
      person.email.slice(2, 9),
      saidNumber(person.number),
      '0777',
    ].map((q) => ({ q })),
    { stage: 'open' },
    { stage: 'closed' },
    { stage: 'closed,completed', region: 'si' },
    { stage: 'new,triage' },
    { urgency: 'emergency' },
    { urgency: 'emergency,same_day', region: 'si', verdict: 'candidate' },
    { region: 'lumbar' },
    { verdict: 'not_now', source: 'import' },
    { missing: 'report' },
    { missing: 'state', region: 'thoracic' },
    { missing: 'consent' },
    { assigned: 'me' },
    { assigned: 'nobody' },
    { assigned: coordinatorId },
    { assigned: surgeonId, stage: 'open' },
    { surgeon: surgeonId, from: '2026-01-01' },
    { surgeon: surgeonId, verdict: 'candidate' },
    { reason: 'NO_TARGET' },
    { reached: 'procedure' },
    { reached: 'received', surgeon: surgeonId },
    { reached: 'informed', from: '2026-03-01', to: '2026-03-31' },
    { age: '91+' },
    { from: '2024-02-01', to: '2024-02-07' },
    { view: 'new', region: 'si' },
  ];
}

/** Past four fifths of all rows, where an offset would have read them all. */
async function deepIn(actor: Staff, sort: string): Promise<Asked> {
  const column = { due: 'due_sort', received: 'received_at', name: 'sort_name', stage: 'stage_rank' }[
    sort.replace('-', '')
  ];
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const mine = actor.role === 'surgeon' ? `where surgeon_id = '${actor.id}'` : '';
  const [row] = await sql<{ value: string; id: string }>(
    `select ${column}::text as value, id from request ${mine} order by ${column} ${direction}, id ${direction} offset (select count(*) * 4 / 5 from request ${mine}) limit 1`,
  );
  if (!row) throw new Error('the generated clinic is empty');
  const { cursor: _, limit: __, ...question } = questionInput.parse({ view: 'all', sort });
  return {
    view: 'all',
    sort,
    cursor: cursorOf(question, { id: row.id, value: sort.endsWith('name') ? '' : row.value }),
  };
}

async function otherPages(coordinator: Staff, surgeon: Staff, manager: Staff): Promise<Question[]> {
  const [busiest] = await sql<{ number: number }>(
    `select number from request where id = (select request_id from note group by 1 order by count(*) desc limit 1)`,
  );
  const number = saidNumber(busiest?.number ?? 1);
  const [own] = await sql<{ number: number }>(
    `select number from request where surgeon_id = $1 order by number desc limit 1`,
    [surgeon.id],
  );
  const owners = ['me', 'nobody', 'all'] as const;
  return [
    { name: 'open a request', ask: () => openRequest(coordinator, { number }) },
    { name: 'who perhaps is the same', ask: () => listDuplicates(coordinator, { number }) },
    {
      name: 'two side by side',
      ask: () => compareRequests(coordinator, { number, with: saidNumber(own?.number ?? 1) }),
    },
    {
      name: 'who the caller could be',
      ask: () => matchPerson(coordinator, SOMEBODY),
    },
    {
      name: 'whether it was told before',
      ask: () => transact((tx) => openWithContact(tx, SOMEBODY, new Date(Date.now() - 259_200_000), coordinator.id)),
    },
    { name: "open a surgeon's own request", ask: () => openRequest(surgeon, { number: saidNumber(own?.number ?? 1) }) },
    ...Object.keys(MAIL_TABS).map((tab) => ({ name: `mail: ${tab}`, ask: () => listMail(manager, { tab }) })),
    ...[coordinator, surgeon, manager].flatMap((actor) =>
      owners.map((owner) => ({
        name: `follow-ups of ${owner} for a ${actor.role}`,
        ask: () => listFollowUps(actor, { owner }),
      })),
    ),
    { name: 'review', ask: () => openReview(surgeon, {}) },
    { name: 'claim, and what a listener hears of it', ask: () => claimHeard(surgeon) },
    { name: 'decided today', ask: () => transact((tx) => countDecidedSince(tx, surgeon.id, new Date())) },
    ...[manager, surgeon].flatMap((actor) => [
      {
        name: `statistics of 12 months for a ${actor.role}`,
        ask: () => pipelineStats(actor, { from: '2025-11-20', to: '2026-11-19' }),
      },
      {
        name: `statistics of one source for a ${actor.role}`,
        ask: () => pipelineStats(actor, { from: '2025-11-20', to: '2026-11-19', source: 'web' }),
      },
    ]),
    ...[
      {},
      { action: 'request.open' },
      { outcome: 'refused' },
      { number },
      { actor: coordinator.id },
      { from: '2026-10-01', to: '2026-10-02' },
    ].map((asked) => ({
      name: `audit ${JSON.stringify(Object.keys(asked))}`,
      ask: () => readAudit(manager, asked),
    })),
    ...[{ view: 'all' }, { q: 'son' }, { view: 'new', region: 'si' }].map((asked) => ({
      name: `export ${JSON.stringify(asked)}`,
      ask: () => exportRequests(manager, asked),
    })),
    { name: 'saved views', ask: () => listViews(coordinator, {}) },
    { name: 'count of a saved view', ask: () => countOf(coordinator, { stage: 'open', region: 'si' }) },
    { name: 'drafts', ask: () => readDrafts(coordinator, { number }) },
    { name: 'who reads what', ask: () => listReadings(surgeon, {}) },
    { name: 'where a listener begins', ask: () => hearEvents(coordinator, { since: '10' }) },
    { name: 'own audit', ask: () => readAudit(coordinator, {}) },
    { name: 'sessions', ask: () => listSessions(coordinator, {}) },
    { name: 'a session', ask: () => transact((tx) => findSession(tx, coordinator.id)) },
  ];
}

function countOf(actor: Staff, asked: Asked) {
  const filter = filterOf(askedOf(questionInput.parse(asked)), actor, new Date(), {
    timeZone: 'America/New_York',
    opens: 9,
    closes: 17,
    holidays: [],
  });
  return transact((tx) => countFound(tx, viewerOf(actor), filter, EXACT_TO + 1));
}

/** What is told to a listener of one claim. */
async function claimHeard(surgeon: Staff) {
  const { now } = await transact((tx) => marksNow(tx, new Date()));
  await claimRequest(surgeon, {});
  return eventsAfter(now, 500);
}

async function someone(role: 'coordinator' | 'surgeon' | 'manager'): Promise<Staff> {
  const [row] = await sql<{ id: string; name: string }>(
    'select id, name from staff where role = $1 order by email limit 1',
    [role],
  );
  if (!row) throw new Error(`no ${role}`);
  return { ...row, role, sessionId: null };
}
