import 'server-only';
import { z } from 'zod';
import { TRAP } from '@/lib/domain/form-fields';
import type { Typed } from '@/lib/domain/typed';
import { seal, unseal } from './sealed';

/** How long a form that was begun waits for its end, in hours. */
export const FORM_WAITS = 72;
/** A person needs longer than this, in seconds, for all that is asked. */
const QUICKEST = 15;

export const formToken = z.string().min(20).max(100);
export const formLanguage = z.enum(['en', 'es']);
/** Short enough that nobody fills the house with one form, long enough for every story. */
export const typedInput = z.record(z.string().max(60), z.array(z.string().max(6_000)).max(20));

/** Sealed for this form alone. */
export const sealTyped = (typed: Typed, formId: string) => seal(JSON.stringify(typed), ['form', formId]);

export function typedIn(form: { readonly id: string; readonly answers: Buffer | null }): Typed {
  const words = form.answers ? unseal(form.answers, ['form', form.id]) : null;
  return words === null ? {} : (JSON.parse(words) as Typed);
}

/** Nobody fills in what nobody sees, nor all of it in a breath. */
export function looksLikeSpam(typed: Typed, begunAt: Date, now: Date): boolean {
  return Boolean(typed[TRAP]?.some((one) => one !== '')) || now.getTime() - begunAt.getTime() < QUICKEST * 1_000;
}
