import type { DocumentShown } from '@/lib/domain/documents';
import classes from './documents.module.css';

/** What a machine read in a file, page by page; plain words, whatever they look like. */
export function FileText({ text }: Pick<DocumentShown, 'text'>) {
  if (text === null) return <p className={classes.soft}>The text could not be read: open the file.</p>;
  if (text.trim() === '') return <p className={classes.soft}>There is no text in it, as in a scan: open the file.</p>;
  return (
    <>
      <p className={classes.soft}>Read from the file by machine: the file itself holds.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <article className={classes.text} aria-label="Text of the file" tabIndex={0}>
        {text.split('\f').map((page, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
          <p key={nth}>{page}</p>
        ))}
      </article>
    </>
  );
}
