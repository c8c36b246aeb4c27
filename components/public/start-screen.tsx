import classes from './public.module.css';
import type { Language, Words } from './words';

type Props = { readonly words: Words; readonly language: Language; readonly hasEnded: boolean };

/** What it is, what it is not, how long it takes, and when they hear from us. */
export function StartScreen({ words, language, hasEnded }: Props) {
  return (
    <>
      {hasEnded && (
        <p role="alert" className={classes.told}>
          {words('start.ended')}
        </p>
      )}
      <h1>{words('start.title')}</h1>
      <p className={classes.lead}>{words('start.lead')}</p>
      <h2>{words('start.how')}</h2>
      <ol className={classes.how}>
        {['how1', 'how2', 'how3'].map((line) => (
          <li key={line}>{words(`start.${line}`)}</li>
        ))}
      </ol>
      <p className={classes.told}>
        <strong>{words('emergency.text')}</strong>
      </p>
      <p className={classes.soft}>{words('start.not')}</p>
      <form method="post" action="/review-request/begin">
        <input type="hidden" name="language" value={language} />
        <button type="submit" className={classes.go}>
          {words('start.begin')}
        </button>
      </form>
    </>
  );
}
