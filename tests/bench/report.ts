import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Spread } from './measure';

type Pair = readonly [Spread, Spread];
type Full = {
  operations: readonly { name: string; isWrite: boolean; floor: Pair; query?: Pair; http?: Pair; whole?: Pair }[];
  stats: { rollup: Pair; directly: readonly [Spread]; http: Pair; isEqual: boolean };
  plans: { questions: number; wrong: readonly string[] };
  events: { perSecond: number; heard: number; expected: number } | null;
  browser: {
    loads: readonly { page: string; kilobytes: number }[];
    rowsAfter: readonly number[];
    longAfter: readonly number[];
  };
  memory: number;
};
type Day = {
  seconds: number;
  read: Spread;
  write: Spread;
  statuses: Record<string, number>;
  memory: { first: number; middle: number; last: number; most: number };
};

const read = <T>(file = ''): T | null => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null);
const full = read<Full>(process.env.BENCH_FULL);
const day = read<Day>(process.env.BENCH_DAY);
const score = { passed: 0, failed: 0 };
const size = (requests = '') => Number(requests).toLocaleString('en');

const lines = [
  '# Bench',
  '',
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${size(process.env.BENCH_SIZE)} requests. Milliseconds. Read the ratios: both sides of each were measured one after the other in this run, on this machine, busy as it was.`,
  '',
  'A floor is the best SQL known for the same rows, straight through the same pool. The floor of a whole answer holds all of its SQL: on the worklist the page, who is pinned, the tabs, the staff and the line of the audit.',
  '',
  ...(full ? operationLines(full) : []),
  ...(full ? otherLines(full) : []),
  ...(day ? dayLines(day) : []),
];
for (const [part, told] of [
  ['full', full],
  ['day', day],
] as const)
  if (process.env.BENCH_PARTS?.includes(part) && !told) {
    lines.push(`- The part "${part}" brought no figures: **missing**.`);
    score.failed++;
  }
if (full || day) writeFileSync('tests/bench/results.md', `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
writeFileSync(process.env.BENCH_TOLD ?? 'score.json', JSON.stringify(score));

function operationLines({ operations }: Full): string[] {
  return [
    '| operation | floor p50 / p95 @1 | floor @16 | our query @1 | our query @16 | ratio @1 / @16 | floor of the answer @16 | whole answer @1 | whole answer @16 | per second @16 | ratio @16 | target |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...operations.map(({ name, isWrite, floor, query, http, whole: least = floor }) => {
      const [q1, q16] = [0, 1].map((at) => ratio(query?.[at], floor[at]));
      const whole = ratio(http?.[1], least[1]);
      const targets = isWrite
        ? [met('transaction', q16 ?? Infinity, 2.5)]
        : [
            met('query', q16 ?? Infinity, 1.5),
            http
              ? met('answer', whole ?? Infinity, 3)
              : name.startsWith('counts')
                ? met('p95 ms', query?.[0].p95 ?? Infinity, 60)
                : '',
          ];
      return `| ${[name, said(floor[0]), said(floor[1]), said(query?.[0]), said(query?.[1]), `${times(q1)} / ${times(q16)}`, http ? said(least[1]) : '', said(http?.[0]), said(http?.[1]), http?.[1].perSecond.toFixed(0) ?? '', times(whole), targets.filter(Boolean).join(', ')].join(' | ')} |`;
    }),
    '',
  ];
}

function otherLines({ stats, plans, events, browser, memory }: Full): string[] {
  const worklist = browser.loads.find(({ page }) => page.startsWith('/requests?'));
  const visible = browser.rowsAfter.toSorted((a, b) => a - b)[2] ?? Number.NaN;
  return [
    `- Statistics over 12 months: ${said(stats.rollup[0])} @1 (${met('p95 ms', stats.rollup[0].p95, 100)}), ${said(stats.rollup[1])} @16; whole answer ${said(stats.http[0])} @1, ${said(stats.http[1])} @16; from each request ${said(stats.directly[0])} @1. The same numbers both ways: ${yes(stats.isEqual)}.`,
    `- Plans of ${plans.questions} questions: ${plans.wrong.length === 0 ? 'none' : plans.wrong.length} at fault (${yes(plans.wrong.length === 0)}).${plans.wrong
      .slice(0, 12)
      .map((fault) => `\n  - ${fault}`)
      .join('')}`,
    `- Events to 200 listeners: ${events ? `${events.perSecond.toFixed(0)} a second, ${events.heard} of ${events.expected} heard` : 'somebody could not listen'} (each once: ${yes(events?.heard === events?.expected && events !== null)}).`,
    `- JavaScript on first load, kB gzip: ${browser.loads.map(({ page, kilobytes }) => `${page} ${kilobytes.toFixed(0)}`).join(', ')} (${met('worklist kB', worklist?.kilobytes ?? Infinity, 220)}).`,
    `- Fifty rows visible, cold: ${browser.rowsAfter.map((ms) => ms.toFixed(0)).join(', ')} ms (${met('median ms', visible, 1_000)}); two hundred on one page: ${browser.longAfter.map((ms) => ms.toFixed(0)).join(', ')} ms.`,
    `- Memory of the app after all this: ${memory.toFixed(0)} MB (${met('MB', memory, 400)}).`,
    '',
  ];
}

function dayLines({ seconds, read: reads, write, statuses, memory }: Day): string[] {
  const broken = Object.entries(statuses)
    .filter(([status]) => status >= '500')
    .reduce((all, [, count]) => all + count, 0);
  return [
    `150 staff sessions for ${seconds} s with think time (list 60 %, open 25 %, note 10 %, decide 5 %) on ${size(process.env.BENCH_DAY_SIZE)} requests:`,
    '',
    `- Reads ${said(reads)}, ${reads.perSecond.toFixed(1)} a second (${met('p95 ms', reads.p95, 250)}); writes ${said(write)}, ${write.perSecond.toFixed(1)} a second (${met('p95 ms', write.p95, 400)}).`,
    `- Answers by status: ${Object.entries(statuses)
      .map(([status, count]) => `${status} ${count}`)
      .join(', ')} (${met('5xx', broken, 0)}).`,
    `- Memory: ${memory.first?.toFixed(0)} MB early, ${memory.middle?.toFixed(0)} half-way, ${memory.last?.toFixed(0)} at the end, most ${memory.most.toFixed(0)} (${met('growth in the second half', memory.last / memory.middle, 1.15)}).`,
  ];
}

function met(what: string, value: number, most: number): string {
  const isMet = value <= most;
  score[isMet ? 'passed' : 'failed']++;
  return `${what} ≤ ${most} ${isMet ? 'met' : '**missed**'}`;
}

function yes(isSo: boolean): string {
  score[isSo ? 'passed' : 'failed']++;
  return isSo ? 'yes' : '**no**';
}

function ratio(ours?: Spread, floor?: Spread) {
  return ours && floor ? ours.p50 / floor.p50 : undefined;
}

function times(value?: number) {
  return value === undefined ? '' : `${value.toFixed(2)}x`;
}

function said(spread?: Spread) {
  return spread ? `${ms(spread.p50)} / ${ms(spread.p95)}` : '';
}

function ms(value: number): string {
  // Nothing was left to measure it on.
  if (!Number.isFinite(value)) return '–';
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}
