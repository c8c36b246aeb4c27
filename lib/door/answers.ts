import { z } from 'zod';
import { IMAGES_REVIEWED_ON, VERDICTS } from '@/lib/domain/candidacy';
import { MISSING_ITEMS } from '@/lib/domain/completeness';
import { type FollowUpList, type OpenRequest, VIEWS, type WorklistPage } from '@/lib/domain/desk';
import { CONTENT_TYPES, DOCUMENT_CHANNELS, DOCUMENT_KINDS } from '@/lib/domain/documents';
import { CONTACT_OUTCOMES } from '@/lib/domain/follow-up';
import { FORM_CONSENTS } from '@/lib/domain/form-fields';
import { SEXES, SOURCE_CHANNELS } from '@/lib/domain/intake';
import { MAIL_KINDS, MAIL_STATES } from '@/lib/domain/mail';
import { MASKABLE } from '@/lib/domain/masks';
import { ACTIONS, type Action, STAFF_ROLES } from '@/lib/domain/permissions';
import { LEVELS, PROCEDURE_CODES, PROCEDURE_SIDES } from '@/lib/domain/procedures';
import type { Readings } from '@/lib/domain/reading';
import { URGENCIES } from '@/lib/domain/red-flags';
import { STAGES, TURNS } from '@/lib/domain/stages';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { intakeParts, personInput, sourceInput } from './intake';
import { pipelineStats } from './stats-answer';
import { streamItem } from './stream-answer';

/** What the API answers, for its description. The compiler holds these to the desk's own shapes, a test to real answers. */
const at = z.iso.datetime();
const whole = z.int().min(0);
const number = z.string().regex(/^MR-\d{6,9}$/);
const version = z.int().min(1);
const named = z.strictObject({ id: z.uuid(), name: z.string() });
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
  alarm: z.strictObject({ since: at, acknowledgedAt: at.nullable(), escalatedAt: at.nullable() }).nullable(),
  tags: z.array(z.string()),
  turn: z.enum(TURNS).nullable(),
  assignedTo: named.nullable(),
  receivedAt: at,
  stageSince: at,
  clocks: z.strictObject({
    waited: whole.describe('Milliseconds since it came in, round the clock'),
    worked: whole.describe('Milliseconds of the clinic’s hours, without those in which the person was asked'),
    isPaused: z.boolean(),
    until: at.nullable(),
  }),
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

/** A file as it is listed; its bytes are at `/api/requests/{number}/documents/{id}`. */
const document = z.strictObject({
  id: z.uuid(),
  kind: z.enum(DOCUMENT_KINDS),
  contentType: z.enum(CONTENT_TYPES),
  sizeBytes: whole,
  title: z.string(),
  text: z.string().nullable(),
  pages: whole.nullable(),
  channel: z.enum(DOCUMENT_CHANNELS),
  addedBy: z.string().nullable(),
  addedAt: at,
  of: number.nullable(),
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

const followUp = z.strictObject({
  id: z.uuid(),
  what: z.string(),
  dueAt: at,
  dueState: z.enum(['overdue', 'today', 'later']),
  owner: named.nullable(),
  doneAt: at.nullable(),
});

const consentLine = z.strictObject({
  kind: z.enum(FORM_CONSENTS),
  isGiven: z.boolean(),
  version: z.string(),
  words: z.string(),
  language: z.string(),
  channel: z.string(),
  at,
});
const mailSent = z.strictObject({
  id: z.uuid(),
  kind: z.enum(MAIL_KINDS),
  state: z.enum(MAIL_STATES),
  problem: z.string().nullable(),
  queuedAt: at,
  sentAt: at.nullable(),
});
const mergedWith = z.strictObject({ number, by: z.string(), at, isRepeat: z.boolean() });
const difference = z.strictObject({ path: z.string(), here: z.unknown(), there: z.unknown() });

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
  report: intakeParts.report.nullable(),
  priorSurgery: intakeParts.priorSurgery.nullable(),
  fitness: intakeParts.fitness.nullable(),
  insurance: intakeParts.insurance.nullable(),
  source: sourceInput.extend({ sentBy: z.string().optional() }),
  coordinator: named.nullable(),
  surgeon: named.nullable(),
  claimedAt: at.nullable(),
  documents: z.array(document),
  mayAddFiles: z.boolean(),
  decisions: z.array(decision),
  stream: z.array(streamItem),
  followUps: z.array(followUp),
  consentLines: z.array(consentLine),
  mails: z.array(mailSent),
  mergedInto: z.strictObject({ ...mergedWith.shape, until: at }).nullable(),
  mergedHere: z.array(z.strictObject({ ...mergedWith.shape, differs: z.array(difference) })),
  mergedCount: whole,
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
