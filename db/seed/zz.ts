import { demoClinic } from './clinic';
for (const [now, zone, seed] of [['2026-11-23T14:05:00Z','America/New_York',20261122],['2026-11-27T21:58:00Z','America/New_York',20261122],['2026-12-26T03:00:00Z','America/New_York',20261122],['2026-03-08T07:30:00Z','America/New_York',20261122],['2027-01-02T16:00:00Z','America/Los_Angeles',20261122],['2026-07-06T12:59:00Z','UTC',20261122],['2026-11-24T18:00:00Z','America/New_York',7],['2026-09-08T13:01:00Z','America/New_York',8]] as const) {
  try { const c = demoClinic(seed,new Date(now),{ timeZone: zone, opens: 9, closes: 17, holidays: [] });
    const n=new Date(now); const late=c.lived.filter(l=>{const d=l.life.dueAt(); return d && d<n}); const by: Record<string,number>={}; for(const l of late) by[l.life.stage]=(by[l.life.stage]??0)+1;
    const fu=c.lived.flatMap(l=>l.life.dues.open()); 
    console.log(now, c.lived.length, JSON.stringify(by), 'follow-ups', fu.length, 'late', fu.filter(f=>f.dueAt<n).length); }
  catch (e) { console.log(now, 'FAIL', (e as Error).message); }
}
