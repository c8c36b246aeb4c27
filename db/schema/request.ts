import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { VERDICTS } from '@/lib/domain/candidacy';
import type { Pause } from '@/lib/domain/clocks';
import type { MissingItem } from '@/lib/domain/completeness';
import type {
  CareTried,
  Complaint,
  Consents,
  Fitness,
  Imaging,
  Insurance,
  Person,
  PriorSurgery,
  Report,
  Source,
} from '@/lib/domain/intake';
import { REGIONS, SEXES, SOURCE_CHANNELS } from '@/lib/domain/intake';
import { type RedFlag, type RedFlagAnswers, URGENCIES } from '@/lib/domain/red-flags';
import { STAGES, type Stage } from '@/lib/domain/stages';
import { oneOf } from './one-of';
import { staff } from './staff';

/** Instants as PostgreSQL writes them into JSON. */
export type Was = {
  readonly stage: Stage;
  readonly stageSince: string;
  readonly dueAt: string | null;
  readonly claimedAt: string | null;
  readonly coordinatorId: string | null;
  readonly surgeonId: string | null;
  readonly askedFor: string[];
};

/** Numbers people say aloud; gaps are harmless. */
export const requestNumbers = pgSequence('request_number', { startWith: 1 });

export const persons = pgTable(
  'person',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    firstName: text().notNull(),
    lastName: text().notNull(),
    dateOfBirth: date({ mode: 'string' }).notNull(),
    sexAtBirth: text({ enum: SEXES }),
    phone: text().notNull(),
    email: text(),
    state: text(),
    /** The rest of what the person told of themselves: language, channels, second phone, time zone. */
    more: jsonb().$type<Partial<Person>>().notNull().default({}),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('person_identity').on(t.dateOfBirth, t.lastName),
    // With the birthday, as it is asked for when many come at once: a list may hold thousands of either.
    index('person_phone').on(t.phone, t.dateOfBirth),
    index('person_second_phone')
      .on(sql`(${t.more} ->> 'secondPhone')`)
      .where(sql`${t.more} ->> 'secondPhone' is not null`),
    index('person_email').on(sql`lower(${t.email})`, t.dateOfBirth).where(sql`${t.email} is not null`),
    check('person_sex', oneOf(t.sexAtBirth, SEXES)),
  ],
);

export const requests = pgTable(
  'request',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    number: integer().notNull().default(sql`nextval('request_number')`),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    stage: text({ enum: STAGES }).notNull().default('new'),
    /** 0 emergency, 1 same day, 2 urgent, 3 routine: sorts as it reads. */
    urgencyRank: smallint().notNull(),
    urgency: text({ enum: URGENCIES }).notNull(),
    coordinatorId: uuid().references(() => staff.id),
    surgeonId: uuid().references(() => staff.id),
    claimedAt: timestamp({ withTimezone: true }),
    missing: text().array().$type<MissingItem[]>().notNull(),
    /** What the person was asked for while information is awaited: items of completeness, or a surgeon's needs. */
    askedFor: text().array().notNull().default(sql`'{}'`),
    /** Since when a red flag of class E or S waits for a clinician; null once one has decided on it. */
    alarmSince: timestamp({ withTimezone: true }),
    /** The request that this one became part of; its own page says so. */
    mergedInto: uuid().references((): AnyPgColumn => requests.id),
    /** While the person was asked for something; kept by the database as the stage changes. */
    pauses: jsonb().$type<Pause[]>().notNull().default([]),
    /** Words of the staff about the work. */
    tags: text().array().notNull().default(sql`'{}'`),
    verdict: text({ enum: VERDICTS }),
    receivedAt: timestamp({ withTimezone: true }).notNull(),
    stageSince: timestamp({ withTimezone: true }).notNull(),
    dueAt: timestamp({ withTimezone: true }),
    nextFollowUpAt: timestamp({ withTimezone: true }),
    version: integer().notNull().default(1),
    /** What the version before held: a slip of the hand can be undone for some seconds. */
    was: jsonb().$type<Was>(),
    /** Never null, so that pages can go on from a (value, id) pair. */
    dueSort: timestamp({ withTimezone: true })
      .notNull()
      .generatedAlwaysAs(sql`coalesce(due_at, timestamptz 'infinity')`),
    stageRank: smallint()
      .notNull()
      .generatedAlwaysAs(
        sql.raw(`case stage ${STAGES.map((stage, rank) => `when '${stage}' then ${rank}`).join(' ')} end`),
      ),

    region: text({ enum: REGIONS }).notNull(),
    sourceChannel: text({ enum: SOURCE_CHANNELS }).notNull(),
    sourceReferrer: text(),
    sourceCampaign: text(),
    /** The rest of how they came. */
    sourceMore: jsonb().$type<Partial<Source>>().notNull().default({}),
    complaint: jsonb().$type<Complaint>().notNull(),
    consents: jsonb().$type<Consents>().notNull(),
    redFlags: jsonb().$type<RedFlagAnswers>().notNull(),
    flags: jsonb().$type<RedFlag[]>().notNull(),
    conservativeCare: jsonb().$type<CareTried[]>().notNull(),
    imaging: jsonb().$type<Imaging[]>().notNull(),
    report: text(),
    /** Whose it is, and of when. */
    reportMore: jsonb().$type<Omit<Report, 'text'>>().notNull().default({}),
    priorSurgery: jsonb().$type<PriorSurgery>(),
    fitness: jsonb().$type<Fitness>(),
    insurance: jsonb().$type<Insurance>(),

    /** "last first", lower case: the order of the list by name. */
    sortName: text().notNull(),
    /** Lower-case number, name, e-mail and digits of the phone, for search by a part. */
    searchText: text().notNull(),
    /** Number and name alone: what those who do not see contact data search in. */
    namedText: text()
      .notNull()
      .generatedAlwaysAs(sql`'mr-' || lpad(number::text, greatest(6, length(number::text)), '0') || ' ' || sort_name`),
    /** What the filters ask for, one word each, in one index for every combination. */
    facets: text()
      .array()
      .notNull()
      .generatedAlwaysAs(sql`request_facets(stage, urgency, region, source_channel, verdict, missing)`),
  },
  (t) => [
    uniqueIndex('request_number_key').on(t.number),
    index('request_person').on(t.personId),
    index('request_merged').on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
    index('request_due').on(t.dueSort, t.id),
    index('request_open_due').on(t.dueSort, t.id).where(sql`${t.stage} not in ('completed', 'closed')`),
    index('request_open_received').on(t.receivedAt, t.id).where(sql`${t.stage} not in ('completed', 'closed')`),
    index('request_open_name').on(t.sortName, t.id).where(sql`${t.stage} not in ('completed', 'closed')`),
    index('request_open_stage').on(t.stageRank, t.id).where(sql`${t.stage} not in ('completed', 'closed')`),
    index('request_stage_due').on(t.stage, t.dueSort, t.id),
    index('request_stage_rank').on(t.stageRank, t.id),
    index('request_received').on(t.receivedAt, t.id),
    index('request_name').on(t.sortName, t.id),
    index('request_coordinator').on(t.coordinatorId, t.stage, t.dueSort, t.id),
    // My queue: among all that somebody ever closed, the few that are open.
    index('request_coordinator_open_due')
      .on(t.coordinatorId, t.dueSort, t.id)
      .where(sql`${t.stage} not in ('completed', 'closed')`),
    index('request_surgeon').on(t.surgeonId, t.stage, t.dueSort, t.id),
    index('request_surgeon_due').on(t.surgeonId, t.dueSort, t.id),
    index('request_surgeon_received').on(t.surgeonId, t.receivedAt, t.id),
    index('request_surgeon_name').on(t.surgeonId, t.sortName, t.id),
    index('request_surgeon_stage').on(t.surgeonId, t.stageRank, t.id),
    index('request_pool')
      .on(t.urgencyRank, t.dueSort, t.id)
      .where(sql`${t.stage} = 'ready_for_review' and ${t.surgeonId} is null`),
    index('request_follow_up').on(t.nextFollowUpAt, t.id).where(sql`${t.nextFollowUpAt} is not null`),
    index('request_surgeon_follow_up').on(t.surgeonId, t.nextFollowUpAt).where(sql`${t.nextFollowUpAt} is not null`),
    index('request_alarm').on(t.urgencyRank, t.alarmSince).where(sql`${t.alarmSince} is not null`),
    index('request_tag').using('gin', t.tags).where(sql`${t.tags} <> '{}'`),
    index('request_search').using('gin', sql`${t.searchText} gin_trgm_ops`),
    index('request_named').using('gin', sql`${t.namedText} gin_trgm_ops`),
    index('request_facets').using('gin', t.facets),
    check('request_stage', oneOf(t.stage, STAGES)),
    check('request_urgency', oneOf(t.urgency, URGENCIES)),
    check('request_region', oneOf(t.region, REGIONS)),
    check('request_source', oneOf(t.sourceChannel, SOURCE_CHANNELS)),
    check('request_verdict', oneOf(t.verdict, VERDICTS)),
  ],
);

export const followUps = pgTable(
  'follow_up',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    staffId: uuid().references(() => staff.id),
    dueAt: timestamp({ withTimezone: true }).notNull(),
    what: text().notNull(),
    /** A call-back: the contact attempt that set it. The next one that gets through settles it, early too. */
    contactId: uuid(),
    createdBy: uuid().references(() => staff.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    doneAt: timestamp({ withTimezone: true }),
    doneBy: uuid().references(() => staff.id),
  },
  (t) => [
    index('follow_up_open').on(t.staffId, t.dueAt).where(sql`${t.doneAt} is null`),
    index('follow_up_due').on(t.dueAt, t.id).where(sql`${t.doneAt} is null`),
    index('follow_up_request').on(t.requestId),
  ],
);
