import { CONSENT_WORDS } from '@/lib/domain/consents';
import { CONSENTS_NEEDED, FORM_CONSENTS } from '@/lib/domain/form-fields';
import type { Asked } from './fields';
import classes from './public.module.css';
import type { Language } from './words';

/** Each by itself, none ticked beforehand. */
export function ConsentFields({ words, typed, problems, language }: Asked & { language: Language }) {
  return (
    <div className={classes.consents}>
      {FORM_CONSENTS.map((kind) => {
        const field = `agree.${kind}`;
        const code = problems.find((one) => one.field === field)?.code;
        return (
          <div key={kind} className={`${classes.question} ${code ? classes.isWrong : ''}`}>
            {code && (
              <span id={`${field}-problem`} className={classes.problem}>
                {words(`problems.${code}`)}
              </span>
            )}
            <label className={classes.tick}>
              <input
                type="checkbox"
                id={field}
                name={field}
                value="yes"
                defaultChecked={typed[field]?.[0] === 'yes'}
                aria-describedby={code ? `${field}-problem` : undefined}
                aria-invalid={code ? true : undefined}
              />
              <span>
                {CONSENT_WORDS[language][kind]}
                {!CONSENTS_NEEDED.includes(kind) && <span className={classes.optional}> ({words('optional')})</span>}
              </span>
            </label>
          </div>
        );
      })}
    </div>
  );
}

/** The words of the consent that a field asks for, if it asks for one. */
export function consentOf(language: Language, field: string): string | undefined {
  const kind = FORM_CONSENTS.find((one) => field === `agree.${one}`);
  return kind && CONSENT_WORDS[language][kind];
}
