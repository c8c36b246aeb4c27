import type { Milestone } from '@/lib/domain/measures';

export const MILESTONE_WORDS: Record<Milestone, string> = {
  received: 'Received',
  complete: 'Complete',
  decided: 'Decided',
  informed: 'Told',
  consult: 'Consult booked',
  procedure: 'Procedure booked',
};

export const SOURCE_WORDS: Readonly<Record<string, string>> = {
  web: 'Web form',
  phone: 'Phone',
  referral: 'Referral',
  import: 'Import',
  api: 'Other program',
  unknown: 'Unknown',
};

/** "3 Nov", "3 Nov 2025" of an ISO day. */
export function dayWords(day: string, withYear = false): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
  }).format(new Date(`${day}T00:00:00Z`));
}
