import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoClinic } from '@/db/seed/clinic';
import { weigh } from '@/lib/domain/candidacy';
import { MOVES } from '@/lib/domain/request';
import { STAGES, type Stage } from '@/lib/domain/stages';
import { decisionParts } from '@/lib/door/decision';
import { intakeInput } from '@/lib/door/intake';
import { sql, useDatabase } from './house/database';

const clinicTime = { timeZone: 'America/New_York', opens: 9, closes: 17, holidays: [] };
const someMonday = new Date('2026-11-23T16:20:00Z');
const clinic = demoClinic(1, someMonday, clinicTime);
const { lived } = clinic;
const of = (test: (one: (typeof lived)[number]) => boolean) => lived.filter(test).length;
const percent = (count: number, all = lived.length) => (100 * count) / all;

describe('the demo clinic, worked out', () => {
  test('is the same again from the same seed and moment', () => {
    expect(JSON.stringify(demoClinic(1, someMonday, clinicTime))).toBe(JSON.stringify(clinic));
  });

  test('has a believable desk in every stage', () => {
    const now = Object.fromEntries(STAGES.map((stage) => [stage, of(({ life }) => life.stage === stage)]));
    expect(now).toEqual({
      new: expect.closeTo(19, -1),
      triage: 29,
      awaiting_info: 60,
      ready_for_review: 20,
      in_review: 3,
      follow_up: 60,
      consult_booked: 25,
      consult_held: 9,
      procedure_booked: 16,
      completed: expect.any(Number),
      closed: expect.any(Number),
    });
    const mine = clinic.staff.coordinators[0]?.id;
    const isOpen = (stage: Stage) => stage !== 'closed' && stage !== 'completed';
    expect(of(({ life }) => life.coordinatorId === mine && isOpen(life.stage))).toBe(30);
    expect(of(({ life }) => life.stage === 'in_review' && life.surgeonId === clinic.staff.surgeons[0]?.id)).toBe(0);
  });

  test('has three red flags that no surgeon has seen, one of them an emergency of minutes ago', () => {
    const undecided = ['new', 'triage', 'awaiting_info', 'ready_for_review', 'in_review'];
    const alarms = lived.filter(
      ({ life }) => undecided.includes(life.stage) && ['emergency', 'same_day'].includes(life.urgency),
    );
    expect(alarms.map(({ life }) => life.urgency).sort()).toEqual(['emergency', 'same_day', 'same_day']);
    const [emergency] = alarms.filter(({ life }) => life.urgency === 'emergency');
    expect(someMonday.getTime() - (emergency?.birth.at.getTime() ?? 0)).toBeLessThan(10 * 60_000);
  });

  test.each([
    ['women', of(({ who }) => who.person.sexAtBirth === 'female'), 53, 4],
    ['low back', of(({ life }) => life.intake.complaint.region === 'lumbar'), 70, 6],
    ['neck', of(({ life }) => life.intake.complaint.region === 'cervical'), 25, 5],
    ['Spanish', of(({ who }) => who.speaks === 'es'), 16, 4],
    ['a red flag', of(({ life }) => life.urgency !== 'routine'), 30, 4],
    ['an emergency', of(({ life }) => life.urgency === 'emergency'), 2, 1],
    ['by web form', of(({ life }) => life.intake.source.channel === 'web'), 55, 4],
    ['candidates', of(({ life }) => life.verdict === 'candidate'), 21, 4],
    ['read by a surgeon', of(({ life }) => life.verdict !== null), 60, 5],
    ['a no', of(({ life }) => life.verdict === 'not_candidate' || life.verdict === 'not_now'), 26, 4],
    [
      'physical therapy',
      of(({ life }) => life.intake.conservativeCare.some(({ kind }) => kind === 'physical_therapy')),
      72,
      7,
    ],
    ['images at first', of(({ life }) => !life.events[0]?.facts.missing?.includes('mri_images')), 78, 4],
  ])('%s are as many as clinics report', (_, count, wanted, tolerance) => {
    expect(Math.abs(percent(count) - wanted)).toBeLessThanOrEqual(tolerance);
  });

  test('only legal moves, versions that grow, and nothing in the future', () => {
    for (const { life } of lived) {
      let [stage, version, at] = ['new' as Stage, 1, 0];
      for (const event of life.events.slice(1)) {
        if (event.toStage) {
          expect(MOVES).toContainEqual(expect.objectContaining({ from: stage, to: event.toStage }));
          expect(event.fromStage).toBe(stage);
          stage = event.toStage;
        }
        expect(event.version === version || event.version === version + 1).toBe(true);
        expect(event.at.getTime()).toBeGreaterThanOrEqual(at);
        [version, at] = [event.version, event.at.getTime()];
      }
      expect([life.stage, life.version]).toEqual([stage, version]);
      expect(at).toBeLessThanOrEqual(someMonday.getTime());
    }
  });

  test('every intake and decision would pass the door', () => {
    for (const { life } of lived) {
      expect(intakeInput.safeParse(life.intake).error).toBeUndefined();
      for (const made of life.decisions) {
        const parts = Object.fromEntries(
          Object.keys(decisionParts).map((part) => [part, made[part as keyof typeof made]]),
        );
        for (const [part, shape] of Object.entries(decisionParts))
          expect(shape.safeParse(parts[part]).error).toBeUndefined();
        weigh(made);
      }
    }
  });

  test('nobody can be reached: fictional phones, example mail', () => {
    for (const { who } of lived) {
      expect(who.person.phone).toMatch(/^\+1\d{3}55501\d\d$/);
      expect(who.person.email ?? 'a@example.com').toMatch(/@example\.(com|org)$/);
    }
  });
});

describe('the demo clinic, stored', () => {
  useDatabase();
  const seed = (isDemo = '1') =>
    promisify(execFile)(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'db/seed/run.ts'], {
      env: { ...process.env, FORAMEN_DEMO: isDemo },
    });
  const total = async () =>
    (
      await sql<{ all: string }>(
        `select (select count(*) from request) || ' ' || (select count(*) from event) || ' ' || (select count(*) from staff) as all`,
      )
    )[0]?.all;

  beforeAll(async () => {
    await expect(seed('0')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('FORAMEN_DEMO=1') });
    expect(await total()).toBe('0 0 0');
    await seed();
  });

  test('is made once', async () => {
    const before = await total();
    expect(before).toMatch(/^1200 \d+ 10$/);
    expect((await seed()).stdout).toContain('already there');
    expect(await total()).toBe(before);
  });

  test('the row of a request is what its events say', async () => {
    const wrong = await sql(`
      select r.number from request r
      join lateral (select (array_agg(to_stage order by seq desc) filter (where to_stage is not null))[1] as stage, max(version) as version,
        max(at) filter (where to_stage is not null) as since, (array_agg(facts->>'verdict' order by seq desc) filter (where facts ? 'verdict'))[1] as verdict,
        (array_agg(facts->'missing' order by seq desc) filter (where kind in ('received', 'corrected')))[1] as missing,
        min(at) as received from event e where e.request_id = r.id) e on true
      where (r.stage, r.version, r.stage_since, r.received_at) is distinct from (e.stage, e.version, e.since, e.received)
        or r.verdict is distinct from e.verdict or to_jsonb(r.missing) <> e.missing
        or (r.claimed_at is not null) <> (r.stage = 'in_review')
        or (r.due_at is null) <> (r.stage in ('completed', 'closed'))
        or r.next_follow_up_at is distinct from (select min(due_at) from follow_up f where f.request_id = r.id and done_at is null)
        or (r.next_follow_up_at is not null and r.stage in ('completed', 'closed'))`);
    expect(wrong).toEqual([]);
  });

  test('the milestones are what the events say', async () => {
    const wrong = await sql(`
      select m.request_id from milestone m
      full join (select request_id, min(at) as received, min(at) filter (where to_stage = 'ready_for_review') as complete,
        min(at) filter (where kind in ('decided', 'amended') and facts->>'verdict' <> 'cannot_tell') as decided,
        min(at) filter (where to_stage = 'consult_booked') as consult, min(at) filter (where to_stage = 'procedure_booked') as procedure
        from event group by 1) e using (request_id)
      where (m.received_at, m.complete_at, m.decided_at, m.consult_at, m.procedure_at) is distinct from (e.received, e.complete, e.decided, e.consult, e.procedure)`);
    expect(wrong).toEqual([]);
  });

  test('the waits are those of a clinic', async () => {
    const [days] = await sql<Record<string, number>>(`
      select percentile_cont(0.5) within group (order by extract(epoch from complete_at - received_at) / 86400) as complete,
        percentile_cont(0.5) within group (order by extract(epoch from decided_at - complete_at) / 86400) as decided,
        percentile_cont(0.9) within group (order by extract(epoch from decided_at - complete_at) / 86400) as "decidedAtWorst" from milestone`);
    expect(days?.complete).toBeGreaterThan(3.5);
    expect(days?.complete).toBeLessThan(6.5);
    expect(days?.decided).toBeGreaterThan(0.8);
    expect(days?.decided).toBeLessThan(1.5);
    expect(days?.decidedAtWorst).toBeLessThan(4);
  });

  test('staff work in working hours, but for alarms and what is being read right now', async () => {
    const [row] = await sql<{ late: number; all: number }>(`
      select count(*) filter (where extract(isodow from e.at at time zone 'America/New_York') > 5
        or (e.at at time zone 'America/New_York')::time not between '9:00' and '17:45')::int as late, count(*)::int as all
      from event e join request r on r.id = e.request_id where e.kind <> 'received' and r.urgency not in ('emergency', 'same_day')`);
    expect(percent(row?.late ?? 0, row?.all)).toBeLessThan(1);
  });
});
