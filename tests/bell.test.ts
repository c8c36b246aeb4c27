import fc from 'fast-check';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { disableStaff } from '@/lib/commands/disable-staff';
import { keepReading } from '@/lib/commands/keep-reading';
import { writeNote } from '@/lib/commands/write-note';
import { both, type Change, isHeard, type Mark, markOf, markSaid, upTo } from '@/lib/domain/bell';
import type { Actor } from '@/lib/domain/permissions';
import { join } from '@/lib/door/bell';
import { hearEvents } from '@/lib/queries/hear-events';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aRequest, aRequestIn, give, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

type Heard = { readonly changes: Change[]; readonly other: { event: string; said: unknown }[]; id: string };
const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

/** Listens at this instance, from a mark on or from now. */
async function listening(actor: Actor, after?: string): Promise<Heard & { leave: () => void }> {
  const { mark } = await hearEvents(actor, after ? { after } : {});
  const heard: Heard & { leave: () => void } = { changes: [], other: [], id: mark, leave: () => {} };
  const read = (bytes: Uint8Array) => {
    const text = new TextDecoder().decode(bytes);
    const [, id] = /^id: (.*)$/m.exec(text) ?? [];
    const [, event = 'alive'] = /^event: (.*)$/m.exec(text) ?? [];
    const said: unknown = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? 'null');
    if (id) heard.id = id;
    if (event === 'changed') heard.changes.push(...(said as Change[]));
    else heard.other.push({ event, said });
  };
  const begin = markOf(mark);
  if (!begin) throw new Error('no mark');
  heard.leave = join({ actor, tell: read, end: (why) => heard.other.push({ event: 'end', said: why }) }, begin);
  leaving.push(heard.leave);
  return heard;
}

/** Until it holds: the bell rings on its own time, within a second. */
async function soon(holds: () => boolean | Promise<boolean>, within = 1_000) {
  const last = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(`not within ${within} ms`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const eventsNow = async () => (await sql<{ seq: string }>('select seq from event order by seq')).map(({ seq }) => +seq);

/** A second program in the database, whose transaction is open as long as the test wants. */
async function holding(requestId: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query('begin');
  const add = async () => {
    const { rows } = await client.query<{ seq: string }>(
      "insert into event (request_id, kind, actor_name, version, at) values ($1, 'noted', 'another program', 1, now()) returning seq",
      [requestId],
    );
    return Number(rows[0]?.seq);
  };
  return {
    add,
    end: async (how: 'commit' | 'rollback') => {
      await client.query(how);
      await client.end();
    },
  };
}

test('a change is heard within a second, by its ids alone', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  const { id } = await theRow(number);
  const heard = await listening(coordinator);
  await writeNote(coordinator, { number, text: 'Rang twice.' });
  await soon(() => heard.changes.length > 0);
  const [seq] = (await eventsNow()).slice(-1);
  expect(heard.changes).toEqual([{ event: seq, request: id }]);
});

test('transactions that commit in another order than they wrote are each heard once, also across reconnects', async () => {
  const { coordinator } = theCast();
  const { id } = await theRow(await aRequest());
  const first = await listening(coordinator);
  const early = await holding(id);
  const late = await holding(id);
  const lost = await holding(id);
  const [one, two] = [await early.add(), await late.add()];
  await lost.add();
  await late.end('commit');
  await soon(() => first.changes.length === 1);
  expect(first.changes.map(({ event }) => event)).toEqual([two]);
  first.leave();

  const second = await listening(coordinator, first.id);
  const three = await early.add();
  await lost.end('rollback');
  await early.end('commit');
  await soon(() => second.changes.length === 2);
  expect(second.changes.map(({ event }) => event)).toEqual([one, three]);
  second.leave();
  const third = await listening(coordinator, second.id);
  const { id: other } = await theRow(await aRequest());
  await soon(() => third.changes.length === 1);
  expect(third.changes).toMatchObject([{ request: other }]);
});

test('in any order of writing, committing and reconnecting every event is heard once', async () => {
  const { coordinator } = theCast();
  const { id } = await theRow(await aRequest());
  const step = fc.record({ what: fc.constantFrom('open', 'add', 'commit', 'drop', 'reconnect'), which: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30 }), async (steps) => {
      const before = await eventsNow();
      let listener = await listening(coordinator);
      const heard: number[] = [];
      const take = () => {
        heard.push(...listener.changes.map(({ event }) => event));
        listener.leave();
      };
      const open: Awaited<ReturnType<typeof holding>>[] = [];
      for (const { what, which } of steps) {
        const chosen = open[which];
        if (what === 'open' && open.length < 4) open.push(await holding(id));
        if (what === 'add') await chosen?.add();
        if (chosen && (what === 'commit' || what === 'drop')) {
          open.splice(which, 1);
          await chosen.end(what === 'commit' ? 'commit' : 'rollback');
        }
        if (what === 'reconnect') {
          take();
          listener = await listening(coordinator, listener.id);
        }
      }
      for (const one of open) await one.end('commit');
      const all = (await eventsNow()).filter((seq) => !before.includes(seq));
      await soon(() => heard.length + listener.changes.length >= all.length, 3_000);
      take();
      expect(heard.sort((a, b) => a - b)).toEqual(all);
    }),
    { numRuns: 25 },
  );
});

test('a write that stays open holds nobody else back', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  const slow = await holding((await theRow(number)).id);
  await slow.add();
  const heard = await listening(coordinator);
  await writeNote(coordinator, { number, text: 'Rang.' });
  await soon(() => heard.changes.length === 1);
  await slow.end('commit');
  await soon(() => heard.changes.length === 2);
});

test('what was read just before the listener came can be asked for again', async () => {
  const { coordinator } = theCast();
  await aRequest();
  const { id } = await theRow(await aRequest());
  const { mark } = await hearEvents(coordinator, { since: 30 });
  const heard = await listening(coordinator, mark);
  await soon(() => heard.changes.some(({ request }) => request === id));
});

test('a mark of another database means that everything is asked again', async () => {
  const { coordinator } = theCast();
  for (const after of ['999999999999:999999999999:', 'yesterday', '5:9:8,7', '9:5:', '1:9:5'])
    expect(await hearEvents(coordinator, { after })).toMatchObject({ isKnown: false });
  const { mark } = await hearEvents(coordinator, {});
  expect(await hearEvents(coordinator, { after: mark })).toEqual({ mark, isKnown: true });
});

test('a surgeon hears which request only of those they may see', async () => {
  const { coordinator, surgeon, otherSurgeon } = theCast();
  const mine = await aRequestIn('ready_for_review', coordinator, surgeon);
  await give(coordinator, mine, surgeon.id);
  const { id } = await theRow(mine);
  const [own, other] = [await listening(surgeon), await listening(otherSurgeon)];
  await writeNote(coordinator, { number: mine, text: 'Rang.' });
  await soon(() => own.changes.length === 1 && other.changes.length === 1);
  expect(own.changes).toMatchObject([{ request: id }]);
  expect(other.changes).toMatchObject([{ request: null }]);
});

test('who reads a request is told to whom it is open, and to nobody else', async () => {
  const { coordinator, surgeon, otherSurgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon);
  const { id } = await theRow(number);
  const listeners = [await listening(coordinator), await listening(surgeon), await listening(otherSurgeon)];
  await keepReading(surgeon, { number });
  await soon(() => listeners.slice(0, 2).every(({ other }) => other.some(({ event }) => event === 'reading')));
  await keepReading(surgeon, { number, isHere: false });
  await soon(() => listeners[0]?.other.length === 2 && listeners[1]?.other.length === 2);
  expect(listeners[0]?.other).toEqual(Array(2).fill({ event: 'reading', said: [id] }));
  expect(listeners[2]?.other).toEqual([]);
});

describe('who is no more who they were is told so at once, and hears no more:', () => {
  const session = async (staffId: string) => {
    const [row] = await sql<{ id: string }>(
      'insert into session (id, staff_id, created_at, last_seen_at) values (gen_random_uuid(), $1, now(), now()) returning id',
      [staffId],
    );
    return row?.id ?? '';
  };
  test.each([
    ['signed out elsewhere', 'update session set revoked_at = now() where staff_id = $1', 'revoked'],
    ['a new role', "update staff set role = 'coordinator' where id = $1", 'role_changed'],
    ['disabled', 'update staff set is_active = false where id = $1', 'disabled'],
  ])('%s', async (_, change, why) => {
    const { otherManager } = theCast();
    await sql("update staff set role = 'manager', is_active = true where id = $1", [otherManager.id]);
    const heard = await listening({ ...otherManager, sessionId: await session(otherManager.id) });
    await sql(change, [otherManager.id]);
    await soon(() => heard.other.length > 0);
    expect(heard.other[0]).toEqual({ event: 'end', said: why });
  });
  test('by the command of an administrator', async () => {
    const { admin, otherCoordinator } = theCast();
    const heard = await listening({ ...otherCoordinator, sessionId: await session(otherCoordinator.id) });
    await disableStaff(admin, { staffId: otherCoordinator.id });
    await soon(() => heard.other.length > 0);
    expect(heard.other[0]).toMatchObject({ event: 'end', said: 'revoked' });
  });
});

test('the line is made again when the database drops it, and nothing is missed', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  const heard = await listening(coordinator);
  const dropped = await sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'foramen bell'",
  );
  expect(dropped).toHaveLength(1);
  await writeNote(coordinator, { number, text: 'Rang.' });
  await soon(() => heard.changes.length === 1, 3_000);
});

test('a session listens six times and not seven', async () => {
  const { coordinator } = theCast();
  const own = { ...coordinator, sessionId: '00000000-0000-4000-8000-00000000000a' };
  for (let time = 0; time < 6; time++) await listening(own);
  await expect(listening(own)).rejects.toMatchObject({ code: 'too_many' });
});

describe('marks', () => {
  const mark = fc
    .uniqueArray(fc.bigInt(1n, 40n), { maxLength: 8 })
    .chain((open) =>
      fc
        .bigInt(1n, 50n)
        .map((below): Mark => ({ below, open: open.filter((xid) => xid < below).sort((a, b) => (a < b ? -1 : 1)) })),
    );
  const xids = Array.from({ length: 60 }, (_, at) => BigInt(at));
  const heardBy = (one: Mark) => xids.filter((xid) => isHeard(one, xid));

  test('are read as they are written', () => {
    fc.assert(
      fc.property(mark, (one) => {
        expect(markOf(markSaid(one))).toEqual(one);
      }),
    );
  });
  test('of two, what either heard', () => {
    fc.assert(
      fc.property(mark, mark, (a, b) => {
        expect(heardBy(both(a, b))).toEqual(xids.filter((xid) => isHeard(a, xid) || isHeard(b, xid)));
      }),
    );
  });
  test('up to one, what of it was heard', () => {
    fc.assert(
      fc.property(mark, fc.bigInt(0n, 55n), (one, last) => {
        expect(heardBy(upTo(one, last))).toEqual(heardBy(one).filter((xid) => xid <= last));
      }),
    );
  });
});
