/** An e-mail address as the door reads it. */
export const EMAIL_SHAPE =
  /^(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** E.164 from what a person types: ten digits are a number of the clinic's own country. Null where it is none. */
export function phoneFrom(typed: string): string | null {
  const digits = typed.replace(/[\s().\-/]/g, '');
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`;
  return /^1[2-9]\d{9}$/.test(digits) ? `+${digits}` : null;
}
