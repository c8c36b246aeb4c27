import { beginForm } from '@/lib/commands/begin-form';
import { confirmPerson } from '@/lib/commands/confirm-person';
import { keepForm } from '@/lib/commands/keep-form';
import { sendForm } from '@/lib/commands/send-form';
import { FORM_STEPS, type FormStep } from '@/lib/domain/form-fields';
import type { FormLanguage } from '@/lib/domain/form-intake';
import { AN_ANSWER, type Answers } from './form-answers';
import { nobody } from './people';

export const asSent = (answers: Answers) =>
  Object.fromEntries(Object.entries(answers).map(([field, said]) => [field, typeof said === 'string' ? [said] : said]));

/** A form on its way, answered as told and otherwise as usual; `begun` is when. */
export async function aForm(
  change: Partial<Record<FormStep, Answers>> = {},
  language: FormLanguage = 'en',
  begun = new Date(Date.now() - 240_000),
): Promise<string> {
  const { token } = await beginForm(nobody, { language }, { now: begun });
  for (const step of FORM_STEPS)
    await keepForm(nobody, { token, step, typed: asSent({ ...AN_ANSWER[step], ...ofOnesOwn(step), ...change[step] }) });
  return token;
}

/** Nobody else's phone and e-mail: one person told twice within hours is one request, and most tests want another. */
function ofOnesOwn(step: FormStep): Answers {
  if (step !== 'you') return {};
  const line = String(Math.floor(1e6 + Math.random() * 9e6)).slice(1);
  return { phone: `(305) 2${line.slice(0, 2)}-${line.slice(2)}`, email: `ana.${crypto.randomUUID()}@example.com` };
}

/** The last part of the address of the person's page. */
export async function aSentForm(change: Partial<Record<FormStep, Answers>> = {}, language: FormLanguage = 'en') {
  return (await sendForm(nobody, { token: await aForm(change, language) })).status;
}

export const BORN = '1974-03-02';

/** The link of whoever has told the date of birth. */
export const seen = async (token: string, now = new Date()) => ({
  token,
  proof: (await confirmPerson(nobody, { token, dateOfBirth: BORN }, { now })).seen,
});
