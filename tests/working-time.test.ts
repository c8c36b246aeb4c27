import { describe, expect, test } from 'vitest';
import { addWorkingDays, addWorkingHours, dayOf, dueFor, instantOf } from '@/lib/domain/working-time';

const clinic = (timeZone: string, holidays: string[] = []) => ({ timeZone, opens: 9, closes: 17, holidays });
const newYork = clinic('America/New_York');

describe('working hours after a moment', () => {
  test.each([
    ['within a day', '2026-11-16T15:00:00Z', 2, '2026-11-16T17:00:00Z'],
    ['to the last minute of a day', '2026-11-16T15:00:00Z', 7, '2026-11-16T22:00:00Z'],
    ['over the night', '2026-11-16T21:30:00Z', 1, '2026-11-17T14:30:00Z'],
    ['over a weekend: Friday 16:30 and an hour is Monday 09:30', '2026-11-20T21:30:00Z', 1, '2026-11-23T14:30:00Z'],
    ['from a Saturday', '2026-11-21T15:00:00Z', 1, '2026-11-23T15:00:00Z'],
    ['from a Sunday evening', '2026-11-23T03:00:00Z', 8, '2026-11-23T22:00:00Z'],
    ['from before opening', '2026-11-16T11:00:00Z', 1, '2026-11-16T15:00:00Z'],
    ['from closing on the dot', '2026-11-16T22:00:00Z', 1, '2026-11-17T15:00:00Z'],
    ['over the weekend when clocks go back: eight hours are eight', '2026-10-30T21:00:00Z', 2, '2026-11-02T16:00:00Z'],
    ['over the weekend when clocks go forward', '2026-03-06T22:00:00Z', 1, '2026-03-09T14:00:00Z'],
    ['over the turn of the year', '2026-12-31T21:00:00Z', 2, '2027-01-01T15:00:00Z'],
  ])('%s', (_, from, hours, until) => {
    expect(addWorkingHours(new Date(from), hours, newYork)).toEqual(new Date(until));
  });

  test('a holiday is no working day', () => {
    const closed = clinic('America/New_York', ['2026-11-26', '2026-11-27']);
    expect(addWorkingHours(new Date('2026-11-25T21:00:00Z'), 2, closed)).toEqual(new Date('2026-11-30T15:00:00Z'));
  });

  test.each([
    ['Pacific/Auckland', '2026-11-20T03:30:00Z', '2026-11-22T20:30:00Z'],
    ['Asia/Kolkata', '2026-11-20T11:00:00Z', '2026-11-23T04:00:00Z'],
    ['Pacific/Honolulu', '2026-11-21T02:30:00Z', '2026-11-23T19:30:00Z'],
    ['Europe/Berlin', '2026-11-20T15:30:00Z', '2026-11-23T08:30:00Z'],
    ['Australia/Lord_Howe', '2026-11-20T05:30:00Z', '2026-11-22T22:30:00Z'],
  ])('Friday 16:30 and an hour is Monday 09:30 in %s too', (timeZone, from, until) => {
    expect(addWorkingHours(new Date(from), 1, clinic(timeZone))).toEqual(new Date(until));
  });

  test('a working day is a day of full hours, whatever the clocks do at the weekend', () => {
    for (const from of ['2026-03-06T17:00:00Z', '2026-10-30T16:00:00Z'])
      expect(dayOf(addWorkingDays(new Date(from), 1, newYork), 'America/New_York')).toBe(
        from.startsWith('2026-03') ? '2026-03-09' : '2026-11-02',
      );
  });
});

describe('the instant of a local hour', () => {
  test.each([
    ['America/New_York', '2026-11-01', 0, '2026-11-01T04:00:00Z', 'the midnight before clocks go back'],
    ['America/New_York', '2026-11-01', 24, '2026-11-02T05:00:00Z', 'the end of a day of 25 hours'],
    ['America/New_York', '2026-03-08', 24, '2026-03-09T04:00:00Z', 'the end of a day of 23 hours'],
    ['America/New_York', '2026-11-01', 1, '2026-11-01T05:00:00Z', 'of two the first'],
    ['Europe/Berlin', '2026-10-25', 2, '2026-10-25T00:00:00Z', 'of two the first, east of Greenwich'],
    ['America/New_York', '2026-03-08', 2, '2026-03-08T07:00:00Z', 'of a skipped hour the moment after'],
    ['Europe/Berlin', '2026-03-29', 2, '2026-03-29T01:00:00Z', 'of a skipped hour the moment after, east of Greenwich'],
    ['America/Havana', '2026-03-08', 0, '2026-03-08T05:00:00Z', 'the first moment of a day without a midnight'],
    [
      'America/Santiago',
      '2026-09-06',
      0,
      '2026-09-06T04:00:00Z',
      'the first moment of a day without a midnight, far south',
    ],
    ['Asia/Kolkata', '2026-11-16', 9, '2026-11-16T03:30:00Z', 'half an hour off'],
    ['Asia/Kathmandu', '2026-11-16', 9, '2026-11-16T03:15:00Z', 'a quarter off'],
  ])('%s %s %i:00 is %s: %s', (timeZone, day, hour, at) => {
    expect(instantOf(day, hour, timeZone).toISOString()).toBe(new Date(at).toISOString());
  });

  test.each(['America/New_York', 'Europe/Berlin', 'Pacific/Auckland', 'Asia/Kolkata', 'America/Havana'])(
    'midnight of every day of a year in %s is the first moment of that day',
    (timeZone) => {
      for (let at = Date.parse('2026-01-01T00:00:00Z'); at < Date.parse('2027-01-01T00:00:00Z'); at += 86_400_000) {
        const day = new Date(at).toISOString().slice(0, 10);
        const midnight = instantOf(day, 0, timeZone);
        expect([dayOf(midnight, timeZone), dayOf(new Date(midnight.getTime() - 1), timeZone) < day]).toEqual([
          day,
          true,
        ]);
      }
    },
  );
});

describe('the next step is due', () => {
  const now = new Date('2026-11-20T21:00:00Z');
  test.each([
    ['new', 'emergency', '2026-11-20T21:15:00Z'],
    ['in_review', 'emergency', '2026-11-20T21:15:00Z'],
    ['ready_for_review', 'same_day', '2026-11-21T01:00:00Z'],
    ['new', 'urgent', '2026-11-23T21:00:00Z'],
    ['new', 'routine', '2026-11-23T21:00:00Z'],
    ['triage', 'routine', '2026-11-24T21:00:00Z'],
    ['ready_for_review', 'urgent', '2026-11-24T21:00:00Z'],
    ['follow_up', 'emergency', '2026-11-24T21:00:00Z'],
    ['consult_held', 'routine', '2026-11-24T21:00:00Z'],
  ] as const)('%s, %s: %s', (stage, urgency, due) => {
    expect(dueFor(stage, urgency, now, newYork)?.toISOString()).toBe(new Date(due).toISOString());
  });
  test.each(['awaiting_info', 'consult_booked', 'procedure_booked', 'completed', 'closed'] as const)(
    'not by itself in %s',
    (stage) => {
      expect(dueFor(stage, 'routine', now, newYork)).toBeNull();
    },
  );
});
