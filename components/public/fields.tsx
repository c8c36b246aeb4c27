import type { ReactNode } from 'react';
import { FORM_FIELDS, type FormField, type FormStep, TRAP } from '@/lib/domain/form-fields';
import type { FormProblem } from '@/lib/domain/public-form';
import { RED_FLAG_QUESTIONS } from '@/lib/domain/red-flags';
import type { Typed } from '@/lib/domain/typed';
import { FewAnswers, ManyAnswers, Scale, States } from './choices';
import { EmergencyText } from './emergency-text';
import classes from './public.module.css';
import { DayField, LineField, StoryField } from './typed-fields';
import { labelKey, type Words } from './words';

export type Asked = {
  readonly words: Words;
  readonly typed: Typed;
  readonly problems: readonly FormProblem[];
};
export type FieldProps = Asked & { readonly field: string; readonly kind: FormField };

const AT_ONCE = RED_FLAG_QUESTIONS.filter(({ urgency }) => urgency === 'emergency').map(({ code }) => code);

/** The questions of a step in their order; what hangs on an answer follows it, and is seen once that is given. */
export function StepFields({ step, beside, ...asked }: Asked & { step: FormStep; beside?: ReactNode }) {
  const fields = Object.entries(FORM_FIELDS[step]);
  const roots = fields.filter(([field, { only }]) => !only && field !== TRAP);
  return (
    <>
      {roots.map(([field, kind]) => (
        <div key={field} className={classes.group}>
          {field === 'places' ? (
            <div className={classes.besides}>
              {beside}
              <Field field={field} kind={kind} {...asked} />
            </div>
          ) : (
            <Field field={field} kind={kind} {...asked} />
          )}
          {AT_ONCE.includes(field) && (
            <div className={classes.now}>
              <EmergencyText words={asked.words} isSmall />
            </div>
          )}
          {fields
            .filter(([, { only }]) => only?.field === field)
            .map(([inner, innerKind]) => (
              <div key={inner} className={classes.inner}>
                <Field field={inner} kind={innerKind} {...asked} />
              </div>
            ))}
        </div>
      ))}
      {step === 'you' && <Trap words={asked.words} />}
    </>
  );
}

function Field(props: FieldProps) {
  const { field, kind } = props;
  switch (kind.is) {
    case 'many':
      return <ManyAnswers {...props} />;
    case 'one':
      if (field === 'worstPain') return <Scale {...props} />;
      return field === 'state' ? <States {...props} /> : <FewAnswers {...props} />;
    case 'day':
      return <DayField {...props} />;
    case 'text':
      return <StoryField {...props} />;
    default:
      return <LineField {...props} />;
  }
}

/** Out of sight and of every path of the keyboard; a program that fills in all it finds fills it in too. */
function Trap({ words }: { words: Words }) {
  return (
    <div className={classes.trap} aria-hidden="true">
      <label htmlFor={TRAP}>{words(labelKey(TRAP))}</label>
      <input id={TRAP} name={TRAP} type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  );
}
