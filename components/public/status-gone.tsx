import classes from './public.module.css';
import type { Language, Words } from './words';

/** An address that has ended, and one that never was: the same page. */
export function StatusGone({ words, language }: { words: Words; language: Language }) {
  return (
    <>
      <h1>{words('status.gone')}</h1>
      <p className={classes.lead}>{words('status.goneText')}</p>
      <p>
        <a href={`/review-request${language === 'es' ? '?lang=es' : ''}`} className={classes.plain}>
          {words('start.begin')}
        </a>
      </p>
    </>
  );
}
