import type { Choice } from '@/components/ui/pill';
import { dayOf } from '@/lib/domain/working-time';

const DAY = 86_400_000;
const BACK = [7, 30, 90, 365];

export const BETWEEN = 'between';

/** Each choice is the day its span begins; the span includes today. */
export function receivedChoices(now: string, timeZone: string): readonly Choice[] {
  const since = (days: number) => dayOf(new Date(Date.parse(now) - (days - 1) * DAY), timeZone);
  return [
    { value: '', words: 'any time' },
    { value: since(1), words: 'today' },
    ...BACK.map((days) => ({
      value: since(days),
      words: days === 365 ? 'in the last 12 months' : `in the last ${days} days`,
    })),
    { value: BETWEEN, words: 'between two days' },
  ];
}

export function receivedWords(from: string, to: string, choices: readonly Choice[]): string {
  if (!to) return choices.find(({ value }) => value === from)?.words ?? `since ${dayWords(from)}`;
  return from ? `${dayWords(from)} to ${dayWords(to)}` : `until ${dayWords(to)}`;
}

function dayWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime())
    ? day
    : new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}
