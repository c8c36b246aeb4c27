import { sql } from 'drizzle-orm';
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../client';
import { columnsOf, personColumns, sourceColumns } from '../request-columns';
import { alarms } from '../schema/alarm';
import { assignments, contacts, decisions, events, notes } from '../schema/history';
import { mails } from '../schema/mail';
import { followUps, persons, requests } from '../schema/request';
import { intakeKeys, staff } from '../schema/staff';
import { chanceFrom } from './chance';
import type { DemoClinic } from './clinic';
import type { Lived } from './lives';
import { mailRows } from './mails';

const ROWS_A_STATEMENT = 500;

/** The whole clinic in one transaction: all of it or nothing. */
export async function storeClinic(tx: Tx, { staff: people, key, lived }: DemoClinic, passwordHash: string) {
  const persona = lived.map((one) => ({ one, personId: chanceFrom(one.birth.nth, 7).id(one.birth.at) }));
  await put(
    tx,
    staff,
    people.members.map((member) => ({ ...member, passwordHash })),
  );
  await put(tx, intakeKeys, [key]);
  await put(
    tx,
    persons,
    persona.map(({ one, personId }) => ({
      id: personId,
      ...personColumns(one.life.intake.person),
      createdAt: one.birth.at,
    })),
  );
  await put(
    tx,
    requests,
    persona.map(({ one, personId }) => requestRow(one, personId)),
  );
  await put(
    tx,
    assignments,
    lived.flatMap(({ life }) => life.assignments),
  );
  await put(
    tx,
    notes,
    lived.flatMap(({ life }) => life.notes),
  );
  await put(
    tx,
    contacts,
    lived.flatMap(({ life }) => life.contacts),
  );
  await put(
    tx,
    decisions,
    lived.flatMap(({ life }) =>
      life.decisions.map((one) => ({
        ...one,
        procedures: [...one.procedures],
        reasons: [...one.reasons],
        needs: [...one.needs],
        conditions: [...one.conditions],
      })),
    ),
  );
  await put(
    tx,
    followUps,
    lived.flatMap(({ life }) => life.dues.rows),
  );
  // Somebody looks after each: what a start of the demo finds late would be passed to the managers all at once.
  await put(
    tx,
    alarms,
    lived.flatMap(({ life: { requestId, alarmSince: since, coordinatorId: acknowledgedBy } }) =>
      since ? [{ requestId, since, acknowledgedAt: new Date(since.getTime() + 6 * 60_000), acknowledgedBy }] : [],
    ),
  );
  await put(tx, mails, mailRows(lived));
  // A stable sort: within one life the order of what happened stays.
  await put(
    tx,
    events,
    lived.flatMap(({ life }) => life.events).sort((a, b) => a.at.getTime() - b.at.getTime()),
  );
  await tx.execute(sql`select setval('request_number', ${lived.length})`);
}

function requestRow({ life, birth }: Lived, personId: string) {
  const { requestId, stage, version, verdict, urgency, coordinatorId, surgeonId, claimedAt, stageSince, intake } = life;
  return {
    ...columnsOf(
      intake,
      { flags: life.flags, urgency, missing: life.missing, dueAt: null, alarmSince: life.alarmSince },
      birth.nth,
    ),
    id: requestId,
    number: birth.nth,
    personId,
    stage,
    version,
    verdict,
    coordinatorId,
    surgeonId,
    claimedAt,
    askedFor: life.askedFor,
    stageSince,
    receivedAt: birth.at,
    dueAt: life.dueAt(),
    nextFollowUpAt: life.dues.next(),
    ...sourceColumns(intake.source),
  };
}

async function put<T extends PgTable>(tx: Tx, table: T, rows: readonly PgInsertValue<T>[]) {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await tx.insert(table).values(rows.slice(from, from + ROWS_A_STATEMENT));
}
