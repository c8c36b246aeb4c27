import { pool } from '@/db/client';
import { deskQuestions } from './tests/house/desk-questions';
import { faultsOf, overheard, planOf } from './tests/house/plans';
const may = Number(process.argv[2] ?? 10500), setting = process.argv[3] ?? '';
const t0 = Date.now();
const qs = await deskQuestions();
console.log(qs.length, 'questions', Date.now() - t0);
let explain = 0, asks = 0;
for (const { name, ask } of qs) {
  const t = performance.now();
  let sent: any[] = [];
  try { sent = await overheard(ask); } catch (e: any) { console.log('THREW', name, e.message, e.cause?.message, e.fields); continue; }
  const ms = performance.now() - t; asks += ms;
  const faults: string[] = [];
  const te = performance.now();
  for (const one of sent) faults.push(...faultsOf(await planOf(one, setting).catch((e: Error) => ({ 'Node Type': e.message + one.text.slice(0, 80) + ' Seq Scan' , 'Actual Rows': 1e9, 'Actual Loops': 1, 'Relation Name': 'request' }) as never), may));
  explain += performance.now() - te;
  if (faults.length || ms > 60) console.log(Math.round(ms), name, [...new Set(faults)].join('; '));
}
console.log('asks', Math.round(asks), 'explain', Math.round(explain));
await pool().end();
