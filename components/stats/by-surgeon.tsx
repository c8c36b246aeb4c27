import { VERDICT_WORDS, VERDICTS, type Verdict } from '@/lib/domain/candidacy';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { Card, Wide } from './card';
import { Count, Days } from './number';
import type { ToRows } from './rows-link';
import classes from './stats.module.css';

const SHORT: Record<Verdict, string> = { ...VERDICT_WORDS, needs_exam: 'Needs exam', cannot_tell: 'Cannot tell' };

export function BySurgeon({ stats, toRows }: { stats: PipelineStats; toRows: ToRows }) {
  return (
    <Card title="By surgeon" note="By the latest verdict and who gave it. Median is from complete to the first answer.">
      {stats.bySurgeon.length === 0 && <p className={classes.soft}>No verdict in these days.</p>}
      {stats.bySurgeon.length > 0 && (
        <Wide label="Verdicts by surgeon">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Surgeon</th>
                {VERDICTS.map((verdict) => (
                  <th key={verdict} scope="col">
                    {SHORT[verdict]}
                  </th>
                ))}
                <th scope="col">All</th>
                <th scope="col">Median</th>
              </tr>
            </thead>
            <tbody>
              {stats.bySurgeon.map(({ surgeon, verdicts, total, medianDays }) => (
                <tr key={surgeon.id}>
                  <th scope="row">{surgeon.name}</th>
                  {VERDICTS.map((verdict) => (
                    <td key={verdict}>
                      <Count
                        count={verdicts[verdict]}
                        rows={toRows({ surgeon: surgeon.id, verdict })}
                        of={`${surgeon.name}, ${VERDICT_WORDS[verdict]}`}
                      />
                    </td>
                  ))}
                  <td>
                    <Count count={total} rows={toRows({ surgeon: surgeon.id })} of={`${surgeon.name}, all verdicts`} />
                  </td>
                  <td>
                    <Days days={medianDays} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Card>
  );
}
