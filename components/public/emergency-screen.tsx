import { EmergencyText } from './emergency-text';
import classes from './public.module.css';
import type { Language, Words } from './words';

/** Between the safety questions and the rest: nothing else is on the page. */
export function EmergencyScreen({ words, language, token }: { words: Words; language: Language; token: string }) {
  return (
    <>
      <h1>{words('emergency.title')}</h1>
      <EmergencyText words={words} />
      <p>
        <a href={`/review-request/${token}?step=tried&lang=${language}`} className={classes.plain}>
          {words('emergency.on')}
        </a>
      </p>
    </>
  );
}
