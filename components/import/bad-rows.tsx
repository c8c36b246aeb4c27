import { LinkButton } from '@/components/ui/link-button';
import type { ImportShown } from '@/lib/domain/imports';
import classes from './import.module.css';
import { many } from './words';

/** Each bad cell by row and column, as the file numbers them, with what it says and what to do. */
export function BadRows({ shown: { batch, bad, nextAfter }, after }: { shown: ImportShown; after: number }) {
  const here = `/import/${batch.id}`;
  if (batch.bad === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="bad">
      <h2 id="bad">{many(batch.bad, 'bad row')}</h2>
      <div className={classes.table}>
        <table role="table" aria-labelledby="bad">
          <thead role="rowgroup">
            <tr role="row">
              {['Row', 'Column', 'Says', 'What is wrong'].map((words) => (
                <th key={words} role="columnheader" scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {bad.flatMap(({ row, problems }) =>
              problems.map(({ column, field, value, message }) => (
                <tr role="row" key={`${row} ${column} ${field} ${message}`}>
                  <td role="cell">{row}</td>
                  <td role="cell">{column ?? 'none'}</td>
                  <td role="cell" className={classes.value}>
                    {value && value.length > 120 ? `${value.slice(0, 119)}…` : value}
                  </td>
                  <td role="cell">
                    {field && field !== column ? `${field}: ` : ''}
                    {message}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      <nav className={classes.acts} aria-label="Pages of bad rows">
        {after > 0 && (
          <LinkButton isQuiet isSmall href={here}>
            First page
          </LinkButton>
        )}
        {nextAfter !== null && (
          <LinkButton isQuiet isSmall href={`${here}?after=${nextAfter}`} rel="next">
            Next
          </LinkButton>
        )}
      </nav>
    </section>
  );
}
