import { VERDICT_WORDS } from '@/lib/domain/candidacy';
import { MISSING_WORDS } from '@/lib/domain/completeness';
import type { StaffName } from '@/lib/domain/desk';
import { wordsFor } from '@/lib/domain/reasons';
import { OPEN_STAGES, STAGE_WORDS } from '@/lib/domain/stages';

export type Choice = { readonly value: string; readonly words: string };

const DAY = 86_400_000;

export const STAGE_CHOICES: readonly Choice[] = [
  { value: '', words: 'any stage' },
  { value: 'open', words: 'any open stage' },
  ...OPEN_STAGES.map((stage) => ({ value: stage as string, words: STAGE_WORDS[stage].toLowerCase() })),
  { value: 'completed', words: 'completed' },
  { value: 'closed', words: 'closed' },
];

export const SORT_CHOICES: readonly Choice[] = [
  { value: '', words: 'due first' },
  { value: 'received', words: 'waiting longest' },
  { value: '-received', words: 'newest first' },
  { value: 'name', words: 'name' },
  { value: 'stage', words: 'stage' },
];

export const MORE: readonly { readonly name: string; readonly label: string; readonly choices: readonly Choice[] }[] = [
  { name: 'urgency', label: 'Urgency', choices: some({ emergency: 'emergency', same_day: 'same day', urgent: 'urgent', routine: 'routine' }) },
  { name: 'region', label: 'Region', choices: some({ lumbar: 'low back', cervical: 'neck', thoracic: 'mid back', si: 'SI joint', unknown: 'unknown' }) },
  { name: 'missing', label: 'Missing', choices: some(MISSING_WORDS) },
  { name: 'verdict', label: 'Decision', choices: some(VERDICT_WORDS) },
  { name: 'source', label: 'Source', choices: some({ web: 'web form', phone: 'phone', referral: 'referral', import: 'import', api: 'API' }) },
];

export function ownerChoices(staff: readonly StaffName[]): readonly Choice[] {
  return [{ value: '', words: 'anyone' }, { value: 'me', words: 'me' }, { value: 'nobody', words: 'nobody' }, ...staff.map(({ id, name }) => ({ value: id, words: name }))];
}

/** A number of days back from the clinic's today, as the day it begins. */
export function receivedChoices(now: string): readonly Choice[] {
  const since = (days: number) => new Date(Date.parse(now) - days * DAY).toISOString().slice(0, 10);
  return [{ value: '', words: 'any time' }, ...[7, 30, 90, 365].map((days) => ({ value: since(days), words: `in the last ${days} days` }))];
}

/** Filters that a link brought and no menu shows, each with its words. */
export function broughtAlong(asked: URLSearchParams, staff: readonly StaffName[]): readonly { readonly names: readonly string[]; readonly words: string }[] {
  const pills: { names: string[]; words: string }[] = [];
  const value = (name: string) => asked.get(name);
  if (value('to')) pills.push({ names: ['from', 'to'], words: `received ${value('from') ?? '…'} to ${value('to')}` });
  if (value('reached')) pills.push({ names: ['reached'], words: `reached: ${value('reached')}` });
  if (value('age')) pills.push({ names: ['age'], words: `open ${value('age')} days` });
  if (value('reason')) pills.push({ names: ['reason'], words: `reason: ${wordsFor(value('reason') ?? '').toLowerCase()}` });
  if (value('surgeon')) pills.push({ names: ['surgeon'], words: `decided by ${staff.find(({ id }) => id === value('surgeon'))?.name ?? 'a surgeon'}` });
  return pills;
}

function some(words: Readonly<Record<string, string>>): readonly Choice[] {
  return [{ value: '', words: 'any' }, ...Object.entries(words).map(([value, said]) => ({ value, words: said.toLowerCase() }))];
}
