import type { ReactNode } from 'react';
import classes from './notice.module.css';

type Props = { readonly tone: 'red' | 'amber' | 'green'; readonly title?: string; readonly children?: ReactNode };

/** Said where the eye is. Bad news is announced at once, good news in its turn. */
export function Notice({ tone, title, children }: Props) {
  return (
    <div role={tone === 'green' ? 'status' : 'alert'} className={`${classes.notice} ${classes[tone]}`}>
      {title && <strong>{title}</strong>}
      <div>{children}</div>
    </div>
  );
}
