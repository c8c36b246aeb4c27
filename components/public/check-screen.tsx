import { FORM_FIELDS, FORM_STEPS, type FormStep, TRAP } from '@/lib/domain/form-fields';
import type { FormProblem } from '@/lib/domain/public-form';
import { dayIn, saidIn, type Typed } from '@/lib/domain/typed';
import { EmergencyText } from './emergency-text';
import classes from './public.module.css';
import { answerWords, type Language, labelKey, type Words } from './words';

type Props = {
  readonly words: Words;
  readonly language: Language;
  readonly token: string;
  readonly typed: Typed;
  readonly problems: Readonly<Record<FormStep, readonly FormProblem[]>>;
  readonly isEmergency: boolean;
};

/** All that was told, once more, before it is sent. */
export function CheckScreen({ words, language, token, typed, problems, isEmergency }: Props) {
  const open = FORM_STEPS.filter((step) => problems[step].length > 0);
  return (
    <>
      <h1>{words('check.title')}</h1>
      <p className={classes.lead}>{words('check.lead')}</p>
      {isEmergency && <EmergencyText words={words} />}
      {open.length > 0 && (
        <p role="alert" className={classes.problems}>
          {words('check.missing', { steps: open.map((step) => words(`steps.${step}.title`)).join(' · ') })}
        </p>
      )}
      {FORM_STEPS.filter((step) => step !== 'send').map((step) => (
        <section key={step} className={classes.checked}>
          <h2>
            {words(`steps.${step}.title`)}{' '}
            <a href={`/review-request/${token}?step=${step}&lang=${language}`}>
              {words('check.change')}
              <span className="unseen"> {words(`steps.${step}.title`)}</span>
            </a>
          </h2>
          <dl>
            {Object.entries(FORM_FIELDS[step])
              .filter(([field, { only }]) => field !== TRAP && (!only || only.is.includes(saidIn(typed, only.field))))
              .map(([field]) => (
                <div key={field}>
                  <dt>{words(labelKey(field))}</dt>
                  <dd>{answerOf(words, typed, step, field) || words('check.notAnswered')}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <form method="post" action={`/review-request/${token}/send`} className={classes.steps}>
        <a href={`/review-request/${token}?step=send&lang=${language}`} className={classes.plain}>
          {words('back')}
        </a>
        <button type="submit" className={classes.go}>
          {words('check.send')}
        </button>
      </form>
    </>
  );
}

function answerOf(words: Words, typed: Typed, step: FormStep, field: string): string {
  const kind = FORM_FIELDS[step][field];
  const said = (typed[field] ?? []).filter((one) => one.trim() !== '');
  if (kind?.is === 'day') return dayIn(typed, field, kind) ?? '';
  if (kind?.is !== 'one' && kind?.is !== 'many') return said.join(', ');
  return said
    .filter((one) => kind.of.includes(one))
    .map((one) => answerWords(words, field, one))
    .join(', ');
}
