import type { CellKind } from './import-fields';
import type { DayOrder } from './imports';

/** What a cell says, or what is wrong with it. */
export type Read = { readonly value: unknown } | { readonly message: string };
const is = (value: unknown): Read => ({ value });
const not = (message: string): Read => ({ message });

/** One of these words means the value. */
type Words = Readonly<Record<string, string>>;
const wordsOf = (lines: Readonly<Record<string, string>>): Words =>
  Object.fromEntries(
    Object.entries(lines).flatMap(([value, said]) => [value, ...said.split('|')].map((word) => [word, value])),
  );

const YES_NO = wordsOf({
  yes: 'y|true|1|x|si|sí|checked|on',
  no: 'n|false|0|none|off',
  unknown: '?|not sure|unsure|n/a|na',
});
const LISTS: Partial<Record<CellKind, Words>> = {
  yes_no: YES_NO,
  sex: wordsOf({ female: 'f|w|woman', male: 'm|man', other: 'x|nonbinary|non-binary', unknown: 'u|?|n/a' }),
  region: wordsOf({
    lumbar: 'low back|lower back|lumbar spine|l-spine|l spine|back',
    cervical: 'neck|cervical spine|c-spine|c spine',
    thoracic: 'mid back|middle back|upper back|thoracic spine|t-spine|t spine',
    si: 'sacroiliac|si joint|sacrum',
    unknown: '?|n/a|other|not sure',
  }),
  dominant_pain: wordsOf({ back: 'low back', neck: '', leg: 'legs', arm: 'arms', unknown: '?|n/a|not sure' }),
  side: wordsOf({ left: 'l', right: 'r', both: 'b|bilateral', unknown: '?|n/a|not sure' }),
  language: wordsOf({
    en: 'english|eng|inglés|ingles',
    es: 'spanish|spa|español|espanol',
    other: '',
    unknown: '?|n/a',
  }),
  channel: wordsOf({
    phone: 'call|telephone|cell|mobile',
    text: 'sms|txt',
    email: 'e-mail|mail',
    unknown: '?|any|n/a',
  }),
  modality: wordsOf({ MR: 'mr|mri', CT: 'ct|ct scan', XR: 'xr|x-ray|xray|x ray' }),
  supplied: wordsOf({
    upload: 'uploaded',
    link: '',
    cd: 'disc|disk|dvd',
    pacs: '',
    report_only: 'report only|report',
    none: 'no',
    unknown: '?|n/a|not sure',
  }),
  plan: wordsOf({
    commercial: 'private|ppo|hmo',
    medicare: '',
    medicaid: '',
    workers_comp: "workers comp|workers' comp|worker's comp|workers compensation|wc",
    auto: 'pip|car',
    self_pay: 'self pay|self-pay|cash|none',
    unknown: '?|n/a',
  }),
};

/** National numbers are the clinic's own: the North American plan, ten digits. */
const COUNTRY = '+1';

/** Never called for a blank cell: blank is not asked, whatever the column. Messages say what to write instead. */
export function readCell(kind: CellKind, cell: string, days: DayOrder): Read {
  if (cell.includes('\uFFFD')) return not('holds characters that cannot be read; save the file as UTF-8');
  const said = cell.trim();
  const words = LISTS[kind];
  if (words) return oneOf(words, said);
  switch (kind) {
    case 'day':
      return readDay(said, days);
    case 'phone':
      return readPhone(said);
    case 'number':
      return readNumber(said);
    case 'months':
      return readMonths(said);
    case 'consent':
      return readConsent(said);
    case 'red_flag':
      return readRedFlag(said);
    case 'state':
      return is(said.toUpperCase());
    case 'full_name':
      return readFullName(said);
    default:
      return is(cell.trim());
  }
}

function oneOf(words: Words, said: string): Read {
  const value = meant(words, said);
  return value === undefined ? not(`must be one of: ${[...new Set(Object.values(words))].join(', ')}`) : is(value);
}

function meant(words: Words, said: string): string | undefined {
  const word = said.toLowerCase();
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function readConsent(said: string): Read {
  const value = meant(YES_NO, said);
  return value === 'yes' || value === 'no' ? is(value === 'yes') : not('must be yes or no');
}

function readRedFlag(said: string): Read {
  const value = said.toLowerCase() === 'not_sure' ? 'unknown' : meant(YES_NO, said);
  return value === undefined ? not('must be yes, no or not sure') : is(value === 'unknown' ? 'not_sure' : value);
}

function readFullName(said: string): Read {
  const [lastName = '', firstName = '', ...rest] = said.split(',').map((part) => part.trim());
  if (!lastName || !firstName || rest.length > 0) return not('must be written as Last, First');
  return is({ firstName, lastName });
}

function readNumber(said: string): Read {
  if (isUnknown(said)) return is('unknown');
  return /^-?\d+(\.\d+)?$/.test(said) ? is(Number(said)) : not('must be a number');
}

/** "14", "14 months", "2 years", "10 weeks": in months. */
function readMonths(said: string): Read {
  if (isUnknown(said)) return is('unknown');
  const [, number, unit = 'm'] = /^(\d+(?:\.\d+)?)\s*([a-z]*)\.?$/i.exec(said) ?? [];
  const each = { w: 12 / 52, m: 1, y: 12 }[unit.slice(0, 1).toLowerCase() || 'm'];
  const isUnit = unit === '' || /^(w|wks?|weeks?|m|mos?|mths?|months?|y|yrs?|years?)$/i.test(unit);
  if (number === undefined || each === undefined || !isUnit) return not('must be months, such as 14, or “2 years”');
  return is(Math.round(Number(number) * each * 10) / 10);
}

function readPhone(said: string): Read {
  const digits = said.replace(/[\s().\-/\u00a0]/g, '').replace(/^00/, '+');
  if (/^\+\d+$/.test(digits)) return is(digits);
  if (/^1?[2-9]\d{9}$/.test(digits)) return is(COUNTRY + digits.slice(-10));
  return not('must be a number of ten digits, or international such as +13055550123');
}

const ORDERS: Record<DayOrder, RegExp> = {
  iso: /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})([T ]00:00(:00(\.0+)?)?Z?)?$/,
  mdy: /^(?<m>\d{1,2})[-/.](?<d>\d{1,2})[-/.](?<y>\d{4})( 0?0:00(:00)?| 12:00(:00)? AM)?$/,
  dmy: /^(?<d>\d{1,2})[-/.](?<m>\d{1,2})[-/.](?<y>\d{4})( 0?0:00(:00)?)?$/,
};

/** A day as YYYY-MM-DD; whether it exists the intake says. */
function readDay(said: string, days: DayOrder): Read {
  if (isUnknown(said)) return is('unknown');
  // Four digits in front can be nothing but a year, in whatever order the rest of the column is.
  const found = ORDERS[days].exec(said)?.groups ?? ORDERS.iso.exec(said)?.groups;
  if (!found) return not(`must be a day as ${SHOWN[days]}, with four digits of the year`);
  const two = (part = '') => part.padStart(2, '0');
  return is(`${found.y}-${two(found.m)}-${two(found.d)}`);
}
const SHOWN: Record<DayOrder, string> = { iso: '1974-03-02', mdy: '03/02/1974', dmy: '02.03.1974' };

const isUnknown = (said: string) => meant(YES_NO, said) === 'unknown';

/** The order that all these days agree with; null where they fit more than one, or none. */
export function dayOrderOf(cells: readonly string[]): DayOrder | null {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !isUnknown(cell));
  const isDay = (order: DayOrder, cell: string) => {
    const found = ORDERS[order].exec(cell)?.groups;
    return found !== undefined && Number(found.m) >= 1 && Number(found.m) <= 12 && Number(found.d) <= 31;
  };
  const fitting = (Object.keys(ORDERS) as DayOrder[]).filter((order) => said.every((cell) => isDay(order, cell)));
  return said.length > 0 && fitting.length === 1 ? (fitting[0] ?? null) : null;
}
