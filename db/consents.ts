import { desc, eq } from 'drizzle-orm';
import { CONSENT_VERSION, type ConsentSaid } from '@/lib/domain/consents';
import type { Tx } from './client';
import { insertMany } from './insert-many';
import { consentLines } from './schema/form';

type How = {
  readonly language: 'en' | 'es';
  /** web, phone, api ... */
  readonly channel: string;
  readonly staffId: string | null;
};

/** One line for each consent that was answered, in the words that were read. */
export async function addConsents(tx: Tx, requestId: string, said: readonly ConsentSaid[], how: How, at: Date) {
  await addConsentLines(
    tx,
    said.map((one) => ({ ...one, ...how, requestId })),
    at,
  );
}

type Line = ConsentSaid & How & { readonly requestId: string };

/** The same of many requests. */
export async function addConsentLines(tx: Tx, lines: readonly Line[], at: Date) {
  await insertMany(
    tx,
    consentLines,
    lines.map((line) => ({ ...line, version: CONSENT_VERSION, at })),
  );
}

/** Latest first. */
export function listConsents(tx: Tx, requestId: string) {
  return tx
    .select({
      kind: consentLines.kind,
      isGiven: consentLines.isGiven,
      version: consentLines.version,
      words: consentLines.words,
      language: consentLines.language,
      channel: consentLines.channel,
      at: consentLines.at,
    })
    .from(consentLines)
    .where(eq(consentLines.requestId, requestId))
    .orderBy(desc(consentLines.at), desc(consentLines.id));
}
