import classes from './public.module.css';
import type { Own } from './status-screen';
import { DayField } from './typed-fields';
import type { Language, Words } from './words';

type At = { readonly words: Words; readonly language: Language; readonly token: string };

export function BirthForm({ words, language, token }: At) {
  return (
    <form method="post" action={`/status/${token}/confirm`} className={classes.panel}>
      <h2>{words('status.confirm')}</h2>
      <p className={classes.soft}>{words('status.confirmWhy')}</p>
      <input type="hidden" name="lang" value={language} />
      <DayField field="dateOfBirth" kind={{ is: 'day', isNeeded: true }} words={words} typed={{}} problems={[]} />
      <button type="submit" className={classes.go}>
        {words('status.confirmGo')}
      </button>
    </form>
  );
}

export function ContactForm({ words, language, token, own }: At & { own: Own }) {
  const ways = [
    ['phone', own.mayPhone],
    ['text', own.mayText],
    ['email', own.mayEmail],
  ] as const;
  return (
    <form method="post" action={`/status/${token}/contact`} className={classes.panel}>
      <h2>{words('status.reach')}</h2>
      <input type="hidden" name="lang" value={language} />
      <fieldset className={classes.question}>
        <legend>{words('status.reachBy')}</legend>
        <div className={classes.answers}>
          {ways.map(([way]) => (
            <label key={way} className={classes.answer}>
              <input type="radio" name="preferredChannel" value={way} defaultChecked={own.preferredChannel === way} />
              <span>{words(`options.preferredChannel.${way}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className={classes.question}>
        <legend>{words('status.may')}</legend>
        <div className={classes.list}>
          {ways.map(([way, may]) => (
            <label key={way} className={classes.tick}>
              <input type="checkbox" name={way} value="yes" defaultChecked={may} />
              <span>{words(`options.preferredChannel.${way}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className={classes.go}>
        {words('status.save')}
      </button>
    </form>
  );
}

/** Two steps in one: the second button is seen once the first was opened. */
export function WithdrawForm({ words, language, token }: At) {
  return (
    <details className={classes.panel}>
      <summary>{words('status.withdraw')}</summary>
      <form method="post" action={`/status/${token}/withdraw`}>
        <p>{words('status.withdrawText')}</p>
        <input type="hidden" name="lang" value={language} />
        <button type="submit" className={classes.plain}>
          {words('status.withdrawSure')}
        </button>
      </form>
    </details>
  );
}
