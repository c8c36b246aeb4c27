import { writeFileSync } from 'node:fs';
import { pool } from '@/db/client';
import { openAgain } from './again';
import { emailOf, type Session, signIn } from './desk-client';
import { memoryOf, spreadOf } from './measure';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 600);
const COORDINATORS = 100;
const SURGEONS = 50;
/** Between two clicks, on average. */
const THINK = 5_000;
const VIEWS = ['mine', 'new', 'all', 'awaiting-info', 'ready', 'follow-ups-due', 'red-flags'];

const read: number[] = [];
const write: number[] = [];
const statuses = new Map<number, number>();
let isOver = false;

// So many decisions in ten minutes need more waiting requests than a quiet clinic has.
await openAgain('ready_for_review', 2_000);
const people: (() => Promise<void>)[] = [];
for (let nth = 0; nth < COORDINATORS; nth++)
  people.push(coordinatorOf(await signIn(emailOf('coordinator', 1 + (nth % 40)))));
for (let nth = 0; nth < SURGEONS; nth++) people.push(surgeonOf(await signIn(emailOf('surgeon', 1 + (nth % 20)))));
const memory: number[] = [];
const watch = setInterval(() => memory.push(memoryOf(Number(process.env.DESK_PID))), 2_000);
const began = performance.now();
setTimeout(() => {
  isOver = true;
}, SECONDS * 1_000);
await Promise.all(people.map(atWork));
clearInterval(watch);
const took = (performance.now() - began) / 1_000;
const half = memory.slice(Math.floor(memory.length / 2));
writeFileSync(
  process.env.BENCH_TOLD ?? 'day.json',
  JSON.stringify({
    seconds: SECONDS,
    read: spreadOf(read, took),
    write: spreadOf(write, took),
    statuses: Object.fromEntries(statuses),
    memory: {
      first: memory[Math.floor(memory.length / 10)],
      middle: half[0],
      last: memory.at(-1),
      most: Math.max(...memory),
    },
  }),
);
await pool().end();
process.exit(0);

async function atWork(act: () => Promise<void>) {
  await pause(Math.random() * THINK);
  while (!isOver) {
    await act();
    await pause(-Math.log(1 - Math.random()) * THINK);
  }
}

function pause(ms: number) {
  return new Promise((go) => setTimeout(go, Math.min(ms, 6 * THINK)));
}

function oneOf<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)] as T;
}

/** Three of five clicks a list, a quarter an opened request, the rest notes; with the surgeons one in twenty of all is a decision. */
function coordinatorOf(session: Session) {
  let seen: string[] = [];
  return async () => {
    const die = Math.random();
    if (die < 0.625 || seen.length === 0)
      seen = await listed(session, `view=${oneOf(VIEWS)}${die < 0.1 ? '&q=son' : ''}`);
    else if (die < 0.875) await timed(read, () => session.get(`/api/v1/requests/${oneOf(seen)}`));
    else
      await timed(write, () =>
        session.post(`/api/v1/requests/${oneOf(seen)}/notes`, { text: 'Rang; will call again on Monday.' }),
      );
  };
}

function surgeonOf(session: Session) {
  let seen: string[] = [];
  return async () => {
    const die = Math.random();
    if (die < 0.55 || seen.length === 0) seen = await listed(session, `view=${oneOf(['mine', 'ready', 'all'])}`);
    else if (die < 0.8) await timed(read, () => session.get(`/api/v1/requests/${oneOf(seen)}`));
    else if (die < 0.85)
      await timed(write, () =>
        session.post(`/api/v1/requests/${oneOf(seen)}/notes`, { text: 'Read with the report.' }),
      );
    else {
      const { status, body } = await timed(write, () => session.post('/api/v1/claims', {}));
      if (status < 300)
        await timed(write, () =>
          session.post(`/api/v1/requests/${body.number}/decisions`, {
            version: body.version,
            verdict: 'not_now',
            reasons: ['IMPROVED'],
            message: '',
          }),
        );
    }
  };
}

async function listed(session: Session, asked: string): Promise<string[]> {
  const { status, body } = await timed(read, () => session.get(`/api/v1/requests?${asked}`));
  return status === 200 ? body.items.map(({ number }: { number: string }) => number) : [];
}

async function timed<A extends { status: number }>(kept: number[], act: () => Promise<A>): Promise<A> {
  const from = performance.now();
  const answer = await act();
  kept.push(performance.now() - from);
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  return answer;
}
