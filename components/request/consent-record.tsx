'use client';
import { useClinic } from '@/components/ui/clinic';
import { fullTime } from '@/components/ui/when';
import type { ConsentShown } from '@/lib/domain/consents';
import classes from './request.module.css';
import { said } from './words';

/** Each answer with its moment, its way and the very words that were read. */
export function ConsentRecord({ lines }: { lines: readonly ConsentShown[] }) {
  const { timeZone } = useClinic();
  if (lines.length === 0) return null;
  return (
    <details className={classes.long}>
      <summary>
        <span className={classes.more}>on record, word for word</span>
      </summary>
      <ul className={classes.record}>
        {lines.map(({ kind, isGiven, words, version, language, channel, at }) => (
          <li key={`${kind} ${at}`}>
            <span lang={language}>
              <strong>{isGiven ? 'Yes' : 'No'}</strong>: {words}
            </span>
            <span className={classes.soft}>
              {fullTime(at, timeZone)}, by {said(channel).toLowerCase()}, {language === 'es' ? 'Spanish' : 'English'},
              wording of {version}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
