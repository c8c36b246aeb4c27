import { phoneFrom } from './contact-data';

/** What was typed into a form, by field: kept as typed, read when it is looked at. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export const saidIn = (typed: Typed, field: string): string => typed[field]?.[0]?.trim() ?? '';

type Range = { readonly least: number; readonly most: number; readonly isWhole?: boolean };

/** Null where it is no such number. A comma may stand for the point. */
export function numberIn(typed: Typed, field: string, { least, most, isWhole }: Range): number | null {
  const said = saidIn(typed, field);
  if (!/^\d{1,6}([.,]\d{1,3})?$/.test(said)) return null;
  const number = Number(said.replace(',', '.'));
  if (isWhole && !Number.isInteger(number)) return null;
  return number >= least && number <= most ? number : null;
}

/** A day in three fields, as an ISO date. '' where nothing was typed, null where it does not exist. An unknown day of the month counts as the first: images seem older, never newer. */
export function dayIn(typed: Typed, field: string, { mayLackDay }: { readonly mayLackDay?: boolean }): string | null {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => saidIn(typed, `${field}.${part}`));
  if (!year && !month && !day) return '';
  const parts = [year, month, day || (mayLackDay ? '1' : '')];
  if (!/^\d{4}$/.test(year ?? '') || !parts.slice(1).every((part) => /^\d{1,2}$/.test(part ?? ''))) return null;
  const said = parts.map((part) => (part ?? '').padStart(2, '0')).join('-');
  const at = new Date(`${said}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(said) ? said : null;
}

export const phoneIn = (typed: Typed, field: string): string | null => phoneFrom(saidIn(typed, field));
