import { z } from 'zod';
import { IMAGES_REVIEWED_ON, VERDICTS } from '@/lib/domain/candidacy';
import { MISSING_ITEMS } from '@/lib/domain/completeness';
import { type FollowUpList, type OpenRequest, type PipelineStats, VIEWS, type WorklistPage } from '@/lib/domain/desk';
import { EVENT_KINDS } from '@/lib/domain/events';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '@/lib/domain/follow-up';
import { SEXES, SOURCE_CHANNELS } from '@/lib/domain/intake';
import { MASKABLE } from '@/lib/domain/masks';
import { ACTIONS, type Action, STAFF_ROLES } from '@/lib/domain/permissions';
import { LEVELS, PROCEDURE_CODES, PROCEDURE_SIDES } from '@/lib/domain/procedures';
import type { Readings } from '@/lib/domain/reading';
import { URGENCIES } from '@/lib/domain/red-flags';
import { STAGES, TURNS } from '@/lib/domain/stages';
import { intakeParts, personInput } from './intake';
import { pipelineStats } from './stats-answer';

/** What the API answers, for its description. The compiler holds these to the desk's own shapes, a test to real answers. */
const at = z.iso.datetime();
const whole = z.int().min(0);
const number = z.string().regex(/^MR-\d{6,9}$/);
const version = z.int().min(1);
const named = z.strictObject({ id: z.uuid(), name: z.string() });
const by = z.strictObject({ id: z.uuid().nullable(), name: z.string() });
const count = z.strictObject({ value: whole, isExact: z.boolean() });
const staffName = z.strictObject({ ...named.shape, role: z.enum(STAFF_ROLES) });

const personShort = z.strictObject({ name: z.string(), age: whole, sexAtBirth: z.enum(SEXES).nullable() });
const complaintShort = z.strictObject({ region: intakeParts.complaint.shape.region, summary: z.string() });

const item = z.strictObject({
  id: z.uuid(),
  number,
  stage: z.enum(STAGES),
  urgency: z.enum(URGENCIES),
  person: personShort,
  complaint: complaintShort,
  missing: z.array(z.enum(MISSING_ITEMS)),
  askedFor: z.array(z.string()),
  isAlarm: z.boolean(),
  tags: z.array(z.string()),
  turn: z.enum(TURNS).nullable(),
  assignedTo: named.nullable(),
  receivedAt: at,
  stageSince: at,
  dueAt: at.nullable(),
  nextFollowUpAt: at.nullable(),
  lastContactAt: at.nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  sourceChannel: z.enum(SOURCE_CHANNELS),
  version,
  allowedActions: z.array(
    z.strictObject({ action: z.enum(ACTIONS as [Action, ...Action[]]), to: z.enum(STAGES).optional() }),
  ),
});

const worklistPage = z.strictObject({
  pinned: z.array(item),
  items: z.array(item),
  nextCursor: z.string().nullable(),
  counts: z.record(z.enum(VIEWS), count),
  found: count,
  search: z.string().nullable(),
  staff: z.array(staffName),
  now: at,
});

const decision = z.strictObject({
  id: z.uuid(),
  version,
  verdict: z.enum(VERDICTS),
  procedures: z.array(
    z.strictObject({
      code: z.enum(PROCEDURE_CODES),
      levels: z.array(z.enum(LEVELS)),
      side: z.enum(PROCEDURE_SIDES).optional(),
    }),
  ),
  reasons: z.array(z.string()),
  needs: z.array(z.string()),
  conditions: z.array(z.string()),
  message: z.string(),
  imagesReviewedOn: z.enum(IMAGES_REVIEWED_ON),
  amendReason: z.string().nullable(),
  surgeon: named,
  at,
  mayAmend: z.boolean(),
});

const facts = z.strictObject({
  source: z.enum(SOURCE_CHANNELS).optional(),
  missing: z.array(z.enum(MISSING_ITEMS)).optional(),
  dueAt: at.optional(),
  staffId: z.uuid().nullable().optional(),
  staffName: z.string().nullable().optional(),
  verdict: z.enum(VERDICTS).optional(),
  reasons: z.array(z.string()).optional(),
  decisionVersion: version.optional(),
  channel: z.enum(CONTACT_CHANNELS).optional(),
  outcome: z.enum(CONTACT_OUTCOMES).optional(),
  overridden: z.array(z.enum(MISSING_ITEMS)).optional(),
  parts: z.array(z.string()).optional(),
  tagged: z.array(z.string()).optional(),
  untagged: z.array(z.string()).optional(),
  undoes: whole.optional(),
  before: z.record(z.string(), z.unknown()).optional(),
});

const stage = z.enum(STAGES).nullable();
const happened = { id: z.string(), at, by };
const streamItem = z.discriminatedUnion('kind', [
  z.strictObject({
    ...happened,
    kind: z.literal('note'),
    text: z.string(),
    addendumTo: z.uuid().nullable(),
    mayAddend: z.boolean(),
  }),
  z.strictObject({
    ...happened,
    kind: z.literal('contact'),
    channel: z.enum(CONTACT_CHANNELS),
    outcome: z.enum(CONTACT_OUTCOMES),
    text: z.string().nullable(),
    nextAt: at.nullable(),
  }),
  z.strictObject({
    ...happened,
    kind: z.literal('event'),
    event: z.enum(EVENT_KINDS),
    from: stage,
    to: stage,
    reason: z.string().nullable(),
    facts,
  }),
]);

const followUp = z.strictObject({
  id: z.uuid(),
  what: z.string(),
  dueAt: at,
  dueState: z.enum(['overdue', 'today', 'later']),
  owner: named.nullable(),
  doneAt: at.nullable(),
});

const { phone: _, sexAtBirth: __, email: ___, ...restOfPerson } = personInput.shape;
const openRequest = z.strictObject({
  ...item.shape,
  person: z.strictObject({
    ...personShort.shape,
    ...restOfPerson,
    email: z.string().optional(),
    phone: z.string().nullable(),
  }),
  masked: z.array(z.enum(MASKABLE)),
  complaint: z.strictObject({ ...intakeParts.complaint.shape, ...complaintShort.shape }),
  consents: intakeParts.consents,
  redFlags: intakeParts.redFlags,
  flags: z.array(z.strictObject({ code: z.string(), urgency: z.enum(URGENCIES), isCertain: z.boolean() })),
  conservativeCare: intakeParts.conservativeCare,
  imaging: intakeParts.imaging,
  report: z.string().nullable(),
  priorSurgery: intakeParts.priorSurgery.nullable(),
  fitness: intakeParts.fitness.nullable(),
  insurance: intakeParts.insurance.nullable(),
  source: z.strictObject({
    channel: z.enum(SOURCE_CHANNELS),
    referrer: z.string().optional(),
    campaign: z.string().optional(),
  }),
  coordinator: named.nullable(),
  surgeon: named.nullable(),
  claimedAt: at.nullable(),
  decisions: z.array(decision),
  stream: z.array(streamItem),
  followUps: z.array(followUp),
  staff: z.array(staffName),
  now: at,
});

const followUpList = z.strictObject({
  overdue: whole,
  today: whole,
  rows: z.array(
    z.strictObject({
      ...followUp.shape,
      request: z.strictObject({
        number,
        name: z.string(),
        stage: z.enum(STAGES),
        urgency: z.enum(URGENCIES),
        isAlarm: z.boolean(),
        verdict: z.enum(VERDICTS).nullable(),
      }),
      attempts: whole,
      lastContact: z.strictObject({ at, outcome: z.enum(CONTACT_OUTCOMES) }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  staff: z.array(staffName),
  now: at,
});

const STREAM_WORDS =
  'hello {} once; changed [{ "event": 17, "request": "uuid or null" }], its id is what to send back as Last-Event-ID; reading ["uuid"]: who reads these changed; reset {}: ask everything again; end { "why" }: nothing more comes. A surgeon is told null for a request that is not theirs to see.';

export const ANSWERS = {
  Submitted: z.strictObject({ number, statusUrl: z.string().nullable(), version }),
  NoteWritten: z.strictObject({ number, noteId: z.uuid(), version }),
  ContactLogged: z.strictObject({ number, contactId: z.uuid(), version }),
  FollowUpScheduled: z.strictObject({ number, followUpId: z.uuid(), version }),
  Decided: z.strictObject({
    number,
    verdict: z.enum(VERDICTS),
    stage: z.enum(STAGES),
    decisionVersion: version,
    version,
  }),
  Moved: z.strictObject({ number, stage: z.enum(STAGES), version }),
  Assigned: z.strictObject({ number, assignedTo: named.nullable(), version }),
  Tagged: z.strictObject({ number, tags: z.array(z.string()), version }),
  Changed: z.strictObject({ number, version }),
  WorklistItem: item,
  WorklistPage: worklistPage satisfies z.ZodType<WorklistPage>,
  OpenRequest: openRequest satisfies z.ZodType<OpenRequest>,
  FollowUpList: followUpList satisfies z.ZodType<FollowUpList>,
  PipelineStats: pipelineStats satisfies z.ZodType<PipelineStats>,
  Readings: z.strictObject({
    items: z.array(z.strictObject({ number, reader: named, since: at, until: at })),
    now: at,
  }) satisfies z.ZodType<Readings>,
  EventStream: z.string().describe(STREAM_WORDS),
} as const;
export type AnswerName = keyof typeof ANSWERS;
