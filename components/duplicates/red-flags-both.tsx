import { RedFlagsShown } from '@/components/request/red-flags';
import type { Comparison } from '@/lib/domain/comparison';
import classes from './duplicates.module.css';

/** Not chosen: of each question the graver answer stands. */
export function RedFlagsBoth({ both: { stays, goes } }: { both: Comparison }) {
  return (
    <section className={classes.row} aria-label="Red flags">
      <p className={classes.soft}>Red flags: of each question the graver answer of both stands</p>
      <div className={classes.sides}>
        {[stays, goes].map((request) => (
          <div key={request.number} className={classes.side}>
            <RedFlagsShown request={request} />
          </div>
        ))}
      </div>
    </section>
  );
}
