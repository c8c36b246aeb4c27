'use client';
import { CartesianGrid, LabelList, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Cell } from '@/lib/domain/stats-shown';
import classes from './stats.module.css';

type Week = { readonly week: string; readonly received: Cell; readonly decided: Cell };
const LINES = [
  { key: 'received', colour: 'var(--accent)' },
  { key: 'decided', colour: 'var(--amber)' },
] as const;
type Key = (typeof LINES)[number]['key'];
const TICK = { fill: 'var(--soft)', fontSize: 11.5 };

/** Two lines, named where they end. Still: nothing moves. */
export function ArrivalsChart({ weeks }: { weeks: readonly Week[] }) {
  return (
    <div
      className={classes.chart}
      role="img"
      aria-label="Lines of requests received and decided by week; the same numbers are in the table by week"
    >
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={[...weeks]} margin={{ top: 18, right: 62, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="week" tick={TICK} tickLine={false} axisLine={{ stroke: 'var(--line)' }} minTickGap={28} />
          <YAxis width={34} allowDecimals={false} tick={TICK} tickLine={false} axisLine={false} />
          <Tooltip content={<Hover />} cursor={{ stroke: 'var(--edge)' }} isAnimationActive={false} />
          {LINES.map(({ key, colour }) => (
            <Line
              key={key}
              dataKey={key}
              stroke={colour}
              strokeWidth={2.2}
              dot={weeks.length === 1}
              activeDot={{ r: 3.5 }}
              isAnimationActive={false}
            >
              <LabelList
                dataKey={key}
                content={({ x, y, index }) =>
                  index === endOf(weeks, key) ? (
                    <text x={Number(x) + 7} y={Number(y) + labelShift(weeks, key)} fill={colour} fontSize={12}>
                      {key}
                    </text>
                  ) : null
                }
              />
            </Line>
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The last week with a number that may be shown. */
function endOf(weeks: readonly Week[], key: Key): number {
  return weeks.findLastIndex((week) => week[key] !== null);
}

/** Names that would lie on each other stand one above the other. */
function labelShift(weeks: readonly Week[], key: Key): number {
  const ends = LINES.map((line) => weeks[endOf(weeks, line.key)]?.[line.key] ?? 0);
  const most = Math.max(1, ...weeks.map(({ received }) => received ?? 0));
  const isClose = Math.abs((ends[0] ?? 0) - (ends[1] ?? 0)) < most * 0.12;
  return key === 'received' && isClose ? -14 : 0;
}

function Hover({
  active,
  payload,
  label,
}: {
  active?: boolean;
  payload?: readonly { dataKey?: unknown; value?: unknown }[];
  label?: unknown;
}) {
  if (!active || !payload?.length) return null;
  return (
    <div className={classes.hover}>
      <b>Week of {String(label)}</b>
      {payload.map(({ dataKey, value }) => (
        <span key={String(dataKey)}>
          {String(value)} {String(dataKey)}
        </span>
      ))}
    </div>
  );
}
