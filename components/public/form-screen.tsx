import { FORM_STEPS, type FormStep, PLACES } from '@/lib/domain/form-fields';
import type { FormProblem } from '@/lib/domain/public-form';
import type { Typed } from '@/lib/domain/typed';
import { BodyPicture } from './body-picture';
import { ConsentFields, consentOf } from './consents';
import { EmergencyText } from './emergency-text';
import { StepFields } from './fields';
import classes from './public.module.css';
import { answerWords, type Language, labelKey, type Words } from './words';

type Props = {
  readonly words: Words;
  readonly language: Language;
  readonly token: string;
  readonly step: FormStep;
  readonly typed: Typed;
  /** Told only to whoever tried to go on. */
  readonly problems: readonly FormProblem[];
  readonly isEmergency: boolean;
  /** Until when it can be come back to, in words. */
  readonly until: string;
};

/** One step: a plain form, which the browser sends whole, with or without a script. */
export function FormScreen({ words, language, token, step, typed, problems, isEmergency, until }: Props) {
  const at = FORM_STEPS.indexOf(step);
  const asked = { words, typed, problems };
  return (
    <>
      <Progress words={words} at={at} />
      <h1>{words(`steps.${step}.title`)}</h1>
      <p className={classes.lead}>{words(`steps.${step}.lead`)}</p>
      {isEmergency && step !== 'safety' && <EmergencyText words={words} />}
      <ProblemList words={words} language={language} problems={problems} />
      <form method="post" action={`/review-request/${token}/keep`} noValidate className={classes.form}>
        <input type="hidden" name="step" value={step} />
        {/* Enter in a field sends the first button of a form. */}
        <button type="submit" name="go" value="next" className={classes.first} tabIndex={-1} aria-hidden="true" />
        {step === 'send' ? (
          <ConsentFields {...asked} language={language} />
        ) : (
          <StepFields step={step} {...asked} beside={step === 'where' ? <Picture words={words} /> : null} />
        )}
        <div className={classes.steps}>
          {at > 0 && (
            <button type="submit" name="go" value="back" className={classes.plain}>
              {words('back')}
            </button>
          )}
          <button type="submit" name="go" value="next" className={classes.go}>
            {words('next')}
          </button>
        </div>
        <p className={classes.soft}>{words('saved', { until })}</p>
        <button type="submit" name="go" value={language === 'en' ? 'es' : 'en'} className={classes.link}>
          {words('language')}
        </button>
      </form>
    </>
  );
}

function Picture({ words }: { words: Words }) {
  const names = Object.fromEntries(PLACES.map((place) => [place, answerWords(words, 'places', place)]));
  return <BodyPicture title={words('picture.title')} names={names} />;
}

export function Progress({ words, at }: { words: Words; at: number }) {
  return (
    <div className={classes.progress}>
      <span>{words('step', { at: at + 1, of: FORM_STEPS.length })}</span>
      <progress value={at + 1} max={FORM_STEPS.length} aria-hidden="true" />
    </div>
  );
}

function ProblemList({ words, language, problems }: Pick<Props, 'words' | 'language' | 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className={classes.problems}>
      <strong>{words('problems.title')}</strong>
      <ul>
        {problems.map(({ field }) => (
          <li key={field}>
            <a href={`#${field}`}>{consentOf(language, field) ?? words(labelKey(field))}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
