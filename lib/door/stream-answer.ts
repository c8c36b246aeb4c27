import { z } from 'zod';
import { VERDICTS } from '@/lib/domain/candidacy';
import { MISSING_ITEMS } from '@/lib/domain/completeness';
import { DOCUMENT_KINDS } from '@/lib/domain/documents';
import { EVENT_KINDS } from '@/lib/domain/events';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '@/lib/domain/follow-up';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import { URGENCIES } from '@/lib/domain/red-flags';
import { STAGES } from '@/lib/domain/stages';

const at = z.iso.datetime();
const whole = z.int().min(0);
const number = z.string().regex(/^MR-\d{6,9}$/);
const version = z.int().min(1);
const by = z.strictObject({ id: z.uuid().nullable(), name: z.string() });

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
  other: number.optional(),
  document: z.enum(DOCUMENT_KINDS).optional(),
  kept: z.array(z.string()).optional(),
  urgency: z.strictObject({ from: z.enum(URGENCIES), to: z.enum(URGENCIES) }).optional(),
  tagged: z.array(z.string()).optional(),
  untagged: z.array(z.string()).optional(),
  undoes: whole.optional(),
  before: z.record(z.string(), z.unknown()).optional(),
});

const stage = z.enum(STAGES).nullable();
const happened = { id: z.string(), at, by, of: number.nullable() };
/** One line of a request's history. */
export const streamItem = z.discriminatedUnion('kind', [
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
