import { countExports } from '@/db/audit-log';
import { lockMember } from '@/db/staff';
import { findPage } from '@/db/worklist';
import { EXACT_TO } from '@/lib/domain/desk';
import { EXPORT_SPAN, exportedLine, MOST_EXPORTS } from '@/lib/domain/export';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { itemShown } from '@/lib/domain/shown';
import { cursorOf, placeOf } from '@/lib/door/cursor';
import { type At, opening } from '@/lib/door/door';
import { type Asked, askedOf, filterOf, questionInput, viewerOf } from '@/lib/door/question';

const PAGE = 500;
/** Nothing that happens meanwhile moves a row in it. */
const ORDER = { by: 'received', isDescending: false } as const;

/** Every row of a filter, a page at a time, in the order received. Each page is read and audited like any other look. */
export const exportRequests = opening({
  action: 'request.export',
  input: questionInput.omit({ sort: true, limit: true }),

  async run(at, told) {
    const { tx, actor, now, clinic, shown, noted } = at;
    const { cursor, ...question } = askedOf({ ...told, sort: 'received', limit: PAGE });
    const { place, before } = cursor ? wentOn(question, cursor) : { place: null, before: 0 };
    if (!cursor) await guardRate(at);
    const filter = filterOf(question, actor, now, clinic);
    const asked = { order: ORDER, after: place, limit: PAGE + 1 };
    const { rows } = await findPage(tx, viewerOf(actor), filter, asked, EXACT_TO + 1);
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    const isWhole = rows.length <= PAGE || !last;
    const soFar = before + page.length;
    shown(page.map(({ id }) => id));
    noted({ filter: filterSaid(question), isSearch: question.q !== undefined, isFirst: !cursor, rows: soFar, isWhole });
    return {
      lines: page.map((row) => exportedLine(itemShown(actor, row, now, clinic))),
      nextCursor: isWhole ? null : cursorOf(question, { value: `${soFar} ${last.place}`, id: last.id }),
    };
  },
});

/** The rows before are counted in the seal, not by who asks. */
function wentOn(question: unknown, cursor: string) {
  const { value, id } = placeOf(question, cursor);
  const [before = '', ...place] = value.split(' ');
  return { before: Number(before), place: { value: place.join(' '), id } };
}

async function guardRate({ tx, actor, now }: At): Promise<void> {
  await lockMember(tx, staffIdOf(actor));
  const begun = await countExports(tx, staffIdOf(actor), new Date(now.getTime() - EXPORT_SPAN));
  if (begun >= MOST_EXPORTS)
    refuse('too_many', `At most ${MOST_EXPORTS} exports an hour.`, [], { retryAfter: EXPORT_SPAN / 1_000 });
}

/** For the audit. The words of a search name people and stay out. */
function filterSaid({ q: _, sort: __, limit: ___, ...filter }: Asked): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
