import { listAssignable } from '@/db/staff-names';
import { countViews, findPage, listAlarms } from '@/db/worklist';
import { type Count, countOf, EXACT_TO, type SORTS, VIEWS, type View, type WorklistPage } from '@/lib/domain/desk';
import { itemShown } from '@/lib/domain/shown';
import { cursorOf, placeOf } from '@/lib/door/cursor';
import { opening } from '@/lib/door/door';
import { askedOf, filterOf, questionInput, viewerOf } from '@/lib/door/question';

export const worklist = opening({
  action: 'request.list',
  input: questionInput,
  async run({ tx, actor, now, clinic, shown }, told): Promise<WorklistPage> {
    const asked = askedOf(told);
    const { cursor, limit, ...question } = asked;
    const viewer = viewerOf(actor);
    const filter = filterOf(asked, actor, now, clinic);
    const order = {
      by: question.sort.replace('-', '') as (typeof SORTS)[number],
      isDescending: question.sort.startsWith('-'),
    };

    const place = { order, after: cursor ? placeOf(question, cursor) : null, limit: limit + 1 };
    const [{ rows, found }, pinned, counts, staff] = await Promise.all([
      findPage(tx, viewer, filter, place, EXACT_TO + 1),
      cursor ? [] : listAlarms(tx, viewer, 100),
      countViews(tx, viewer, VIEWS, filter.endOfToday, EXACT_TO + 1),
      listAssignable(tx),
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    shown([...new Set([...pinned, ...page].map(({ id }) => id))]);
    return {
      pinned: pinned.map((row) => itemShown(actor, row, now, clinic)),
      items: page.map((row) => itemShown(actor, row, now, clinic)),
      nextCursor:
        rows.length > limit && last
          ? cursorOf(question, { value: order.by === 'name' ? '' : last.place, id: last.id })
          : null,
      counts: Object.fromEntries(VIEWS.map((view, at) => [view, countOf(counts[at] ?? 0)])) as Record<View, Count>,
      found: countOf(found ?? counts[VIEWS.indexOf(question.view)] ?? 0),
      search: question.q ?? null,
      staff,
      now: now.toISOString(),
    };
  },
});
