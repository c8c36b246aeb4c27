'use client';
import type { DraftKind, KeptDraft } from '@/lib/domain/drafts';

export type DraftPlace = {
  readonly me: string;
  readonly number: string;
  readonly kind: DraftKind;
  readonly about: string;
};
export type Version = { readonly mark: string; readonly seen: readonly string[]; readonly isKept: boolean };
/** `lost` never arrived; `newerAt` is null where the draft was sent or discarded by another window. */
export type Posted =
  | { readonly is: 'kept'; readonly savedAt: string | null }
  | { readonly is: 'elsewhere'; readonly newerAt: string | null }
  | { readonly is: 'lost' | 'refused' | 'signed_out' | 'not_mine' };

const PATIENCE = 15_000;
/** Browsers let a page that is being left send this much. */
const LAST_WORDS = 60_000;

export function keep(place: DraftPlace, value: unknown, version: Version): Promise<Posted> {
  return send('POST', place, { value, ...version });
}

export function drop(place: DraftPlace, seen: readonly string[]): Promise<Posted> {
  return send('DELETE', place, { seen });
}

/** The newest version that the clinic holds. */
export async function newest(place: DraftPlace): Promise<KeptDraft | undefined> {
  const answer = await fetch(`/api/drafts/${place.number}`, { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return undefined;
  const { drafts } = (await answer.json()) as { drafts: KeptDraft[] };
  return drafts.find(({ kind, about }) => kind === place.kind && about === place.about);
}

async function send(method: string, { me, number, kind, about }: DraftPlace, said: object): Promise<Posted> {
  const body = JSON.stringify({ staffId: me, kind, about, ...said });
  const answer = await fetch(`/api/drafts/${number}`, {
    method,
    body,
    headers: { 'content-type': 'application/json' },
    keepalive: body.length * 3 < LAST_WORDS || new Blob([body]).size < LAST_WORDS,
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
  if (!answer || answer.status >= 500) return { is: 'lost' };
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return { is: 'kept', savedAt: told.savedAt ?? null };
  if (answer.status === 409) return { is: 'elsewhere', newerAt: told.current?.savedAt ?? null };
  if (answer.status === 401) return { is: 'signed_out' };
  return { is: answer.status === 403 ? 'not_mine' : 'refused' };
}
