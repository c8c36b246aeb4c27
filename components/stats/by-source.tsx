import type { PipelineStats } from '@/lib/domain/stats-shown';
import { Card, Wide } from './card';
import { Count } from './number';
import type { ToRows } from './rows-link';
import classes from './stats.module.css';
import { SOURCE_WORDS } from './words';

const STEPS = [
  { key: 'received', words: 'Received', narrowed: {} },
  { key: 'complete', words: 'Complete', narrowed: { reached: 'complete' } },
  { key: 'decided', words: 'Decided', narrowed: { reached: 'decided' } },
  { key: 'candidate', words: 'Candidate', narrowed: { verdict: 'candidate' } },
] as const;

export function BySource({ stats, toRows }: { stats: PipelineStats; toRows: ToRows }) {
  return (
    <Card title="By source" note="Candidate: by the latest verdict.">
      <Wide label="Requests by source">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Source</th>
              {STEPS.map(({ key, words }) => (
                <th key={key} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stats.bySource.map((row) => (
              <tr key={row.source}>
                <th scope="row">{SOURCE_WORDS[row.source] ?? row.source}</th>
                {STEPS.map(({ key, words, narrowed }) => (
                  <td key={key}>
                    <Count
                      count={row[key]}
                      rows={toRows({ source: row.source, ...narrowed })}
                      of={`${SOURCE_WORDS[row.source] ?? row.source}, ${words.toLowerCase()}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  );
}
