import pg from 'pg';
import { pool } from '@/db/client';

/** Tables that grow with the years: none is ever read from end to end. */
const BIG = [
  'request',
  'person',
  'note',
  'event',
  'audit',
  'contact_attempt',
  'decision',
  'assignment',
  'follow_up',
  'milestone',
  'wait',
  'mail',
  'merge',
  'stranger',
];
/** Counts are exact to here; nothing needs to read or sort more, but for the one row that tells that there are more. */
export const MOST = 10_000;

export type Sent = { readonly text: string; readonly values: unknown[] };
type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
};

/** What the database is asked while `work` runs, as it is sent. */
export async function overheard(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function listening(this: pg.Client, ...said: unknown[]) {
    const [first, second] = said as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof first === 'string' ? first : first.text;
    const values = typeof first === 'string' ? second : (first.values ?? second);
    if (/^\s*(select|with)\b/i.test(text)) sent.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(query, this, said);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}

/** How the database goes about it, with what it really read. Nothing is changed by looking. */
export async function planOf({ text, values }: Sent, settings = ''): Promise<Node> {
  const client = await pool().connect();
  try {
    await client.query('begin');
    if (settings) await client.query(settings);
    const { rows } = await client.query(`explain (analyze, timing off, format json) ${text}`, values);
    return rows[0]['QUERY PLAN'][0].Plan as Node;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** What a clinic with a million requests would wait for. */
export function faultsOf(plan: Node, mayRead: number): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index = '', Plans = [] } = plan;
  const read =
    (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) *
    plan['Actual Loops'];
  const isScan = / Scan$/.test(type) && BIG.includes(table);
  return [
    ...(type === 'Seq Scan' && BIG.includes(table) ? [`${table} is read from end to end`] : []),
    ...(/Sort$/.test(type) && (Plans[0]?.['Actual Rows'] ?? 0) > MOST + 1
      ? [`${Plans[0]?.['Actual Rows']} rows are sorted`]
      : []),
    ...(isScan && read > mayRead ? [`${read} rows of ${table} are read by ${type} ${index}`] : []),
    ...Plans.flatMap((below) => faultsOf(below, mayRead)),
  ];
}
