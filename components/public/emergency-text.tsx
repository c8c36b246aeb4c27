import classes from './public.module.css';
import type { Words } from './words';

/** The fixed words of the script. Nobody rewords them in a hurry. */
export function EmergencyText({ words, isSmall = false }: { words: Words; isSmall?: boolean }) {
  return (
    <div role="alert" className={`${classes.emergency} ${isSmall ? classes.isSmall : ''}`}>
      <strong>{words('emergency.text')}</strong>
      {!isSmall && <p>{words('emergency.why')}</p>}
      <a href="tel:911" className={classes.call}>
        {words('emergency.call')}
      </a>
    </div>
  );
}
