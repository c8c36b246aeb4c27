import { AGE_BANDS } from '@/lib/domain/measures';
import { STAGE_WORDS } from '@/lib/domain/stages';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { Card, Wide } from './card';
import { Count } from './number';
import type { ToRows } from './rows-link';
import classes from './stats.module.css';

/** Where the open ones stand, and for how long they are with us. */
export function OpenByAge({ stats, toRows }: { stats: PipelineStats; toRows: ToRows }) {
  const shown = stats.openByAge.filter(({ total }) => total !== 0);
  if (shown.length === 0)
    return (
      <Card title="Where people wait">
        <p className={classes.soft}>No request is open.</p>
      </Card>
    );
  return (
    <Card
      title="Where people wait"
      note="All open requests, whenever they were received, by stage and days since then."
    >
      <Wide label="Open requests by stage and age">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              {AGE_BANDS.map(({ code }) => (
                <th key={code} scope="col">
                  {code.replace('-', '–')} d
                </th>
              ))}
              <th scope="col">Open</th>
              <th scope="col">Oldest</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ stage, bands, total, oldestDays }) => (
              <tr key={stage}>
                <th scope="row">{STAGE_WORDS[stage]}</th>
                {AGE_BANDS.map(({ code }) => (
                  <td key={code}>
                    <Count
                      count={bands[code]}
                      rows={toRows({ stage, age: code }, true)}
                      of={`${STAGE_WORDS[stage]}, ${code} days`}
                    />
                  </td>
                ))}
                <td>
                  <Count count={total} rows={toRows({ stage }, true)} of={`${STAGE_WORDS[stage]}, open`} />
                </td>
                <td>{oldestDays === null ? '–' : `${oldestDays} d`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  );
}
