'use client';
import classes from './live.module.css';

type Props = { readonly news: number; readonly flags: number; readonly onShow: () => void };

/** Floats over the head of the list, so that no row moves by it. */
export function NewsPill({ news, flags, onShow }: Props) {
  return (
    <div className={classes.news} aria-live="polite">
      {news > 0 && (
        <button
          type="button"
          className={flags > 0 ? `${classes.pill} ${classes.alarm}` : classes.pill}
          onClick={onShow}
        >
          <span aria-hidden>↑ </span>
          {news} new
          {flags > 0 && `, ${flags} red ${flags === 1 ? 'flag' : 'flags'}`}
          <span className="unseen">: show {news === 1 ? 'it' : 'them'}</span>
        </button>
      )}
    </div>
  );
}
