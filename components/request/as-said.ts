import type { Operation } from '@/lib/domain/intake';

/** What people say, as it is stored. What cannot be read is handed on as typed: the door says what is wrong with it. */

/** "305 555 0123" is +13055550123. */
export function phoneAsSaid(typed: string): string {
  const bare = typed.trim();
  if (bare === '') return '';
  const digits = bare.replace(/\D/g, '');
  if (bare.startsWith('+')) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  if (digits.length === 11 && digits.startsWith('1')) return `+${digits}`;
  return bare;
}

/** (305) 555-0123; numbers from elsewhere stay international. */
export function phoneToSay(stored: string): string {
  const us = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(stored);
  return us ? `(${us[1]}) ${us[2]}-${us[3]}` : stored;
}

/** 5'11", 5 11 or 180 (cm). */
export function heightAsSaid(typed: string): string {
  const feet = /^\s*([3-8])\s*(?:'|ft|feet|foot|\s)\s*(\d{1,2}(?:\.\d)?)?\s*(?:"|''|in|inches)?\s*$/i.exec(typed);
  if (feet) return String(Math.round((Number(feet[1]) * 12 + Number(feet[2] ?? 0)) * 2.54));
  return withoutUnit(typed, /\s*cm$/i);
}

/** 200 lb is 91; a bare number is kilograms. */
export function weightAsSaid(typed: string): string {
  const pounds = /^\s*(\d+(?:\.\d+)?)\s*(?:lb|lbs|pounds?)\s*$/i.exec(typed);
  return pounds ? String(Math.round(Number(pounds[1]) * 0.4536)) : withoutUnit(typed, /\s*kg$/i);
}

/** "3 years" is 36 months; a bare number is months. */
export function monthsAsSaid(typed: string): string {
  const spoken = /^\s*(\d+(?:\.\d+)?)\s*(y|yr|yrs|years?|w|wk|wks|weeks?|m|mo|months?)\s*$/i.exec(typed);
  if (!spoken) return typed.trim();
  const unit = (spoken[2] ?? 'm')[0]?.toLowerCase();
  const months = Number(spoken[1]) * (unit === 'y' ? 12 : unit === 'w' ? 12 / 52 : 1);
  return String(Math.round(months * 10) / 10);
}

export function heightToSay(cm: number): string {
  const inches = Math.round(cm / 2.54);
  return `${cm} cm (${Math.floor(inches / 12)}'${inches % 12}")`;
}

export function weightToSay(kg: number): string {
  return `${kg} kg (${Math.round(kg / 0.4536)} lb)`;
}

export function monthsToSay(months: number): string {
  if (months < 3) return `${Math.round((months * 52) / 12)} weeks`;
  return months < 24 ? `${months} months` : `${Math.round((months / 12) * 10) / 10} years`;
}

/** "worst 8, average 5 of 10": what was asked of it, undefined where nothing was. */
export function painToSay(scores: Readonly<Record<string, number | 'unknown' | undefined>>): string | undefined {
  const asked = Object.entries(scores).filter(([, score]) => score !== undefined);
  if (asked.length === 0) return undefined;
  const isKnown = asked.some(([, score]) => score !== 'unknown');
  return isKnown ? `${asked.map(([when, score]) => `${when} ${score}`).join(', ')} of 10` : 'unknown';
}

/** Each operation in one line. */
export function operationToSay({ procedure, levels, year, hasHardware, isSameSite }: Operation): string {
  return [
    procedure ?? 'Operation',
    levels,
    year === 'unknown' ? 'year unknown' : year,
    hasHardware === 'yes' ? 'hardware' : hasHardware === 'no' ? 'no hardware' : undefined,
    isSameSite === 'yes' ? 'where it hurts now' : isSameSite === 'no' ? 'elsewhere' : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

function withoutUnit(typed: string, unit: RegExp): string {
  return typed.trim().replace(unit, '');
}
