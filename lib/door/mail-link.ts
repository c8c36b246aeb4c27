import 'server-only';
import { transact } from '@/db/client';
import { linkTo } from '@/db/person-links';
import type { MailFacts, MailKind } from '@/lib/domain/mail';
import { env } from '@/lib/env';
import { statusAddress } from './person-link';

type Of = {
  readonly kind: MailKind;
  readonly requestId: string | null;
  readonly language: 'en' | 'es';
  readonly facts: MailFacts;
};

/** The link of a message, made as it is sent and kept nowhere: the person's own page, or for staff the desk. */
export async function linkFor({ kind, requestId, language, facts }: Of, now: Date): Promise<string | null> {
  if (kind === 'digest') return `${env().publicUrl}/requests`;
  if (kind === 'escalation') return `${env().publicUrl}/requests/${facts.request}`;
  if (!requestId) return null;
  const address = statusAddress(await transact((tx) => linkTo(tx, requestId, now)));
  return language === 'es' ? `${address}?lang=es` : address;
}

/** The same as staff read it: it opens nothing of the person's. */
export function linkAsRead({ kind }: Pick<Of, 'kind'>): string {
  return `${env().publicUrl}${kind === 'digest' || kind === 'escalation' ? '/requests' : '/status/…'}`;
}
