import { beforeAll, describe, expect, test } from 'vitest';
import { changeView } from '@/lib/commands/change-view';
import { deleteView } from '@/lib/commands/delete-view';
import { restoreView } from '@/lib/commands/restore-view';
import { saveView } from '@/lib/commands/save-view';
import { setPreferences } from '@/lib/commands/set-preferences';
import { shareView } from '@/lib/commands/share-view';
import type { Actor } from '@/lib/domain/permissions';
import { choicesOf, MOST_TABS, MOST_VIEWS, movedView } from '@/lib/domain/views';
import { listViews } from '@/lib/queries/list-views';
import { openView } from '@/lib/queries/open-view';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aPerson } from './house/people';
import { aRequest, aRequestIn } from './house/requests';
import { outcomeOf } from './house/staff';

useDatabase();
beforeAll(async () => {
  const { coordinator, surgeon } = await gatherCast();
  for (const stage of ['new', 'triage', 'follow_up'] as const) await aRequestIn(stage, coordinator, surgeon);
  await aRequest({ complaint: { region: 'cervical' } });
});

const NECKS = { view: 'all', region: 'cervical' };
const keep = async (by: Actor, more: object = {}) =>
  (await saveView(by, { name: 'Necks', question: NECKS, ...more })).viewId;
const seen = async (by: Actor, viewId: string) => (await listViews(by, {})).find(({ id }) => id === viewId);
const refusedOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => error,
  );

describe('a saved view', () => {
  test('counts what its question lists, for whoever looks', async () => {
    const { coordinator, surgeon } = theCast();
    const viewId = await keep(coordinator, { isShared: true });
    for (const who of [coordinator, surgeon]) {
      const { found } = await worklist(who, NECKS);
      expect(await seen(who, viewId)).toMatchObject({ name: 'Necks', question: NECKS, count: found, problem: null });
    }
    expect((await worklist(coordinator, NECKS)).found.value).toBeGreaterThan(0);
  });

  test('of somebody else is not seen, opened, changed, shared or deleted; shared, it is seen and opened only', async () => {
    const { coordinator, otherCoordinator, manager } = theCast();
    const viewId = await keep(coordinator);
    const attempts = () =>
      Promise.all(
        [otherCoordinator, manager].flatMap((who) => [
          outcomeOf(openView(who, { viewId })),
          outcomeOf(changeView(who, { viewId, name: 'Mine now' })),
          outcomeOf(shareView(who, { viewId, isShared: false })),
          outcomeOf(deleteView(who, { viewId })),
        ]),
      );
    expect(new Set(await attempts())).toEqual(new Set(['not_found']));
    expect(await seen(manager, viewId)).toBeUndefined();
    await shareView(coordinator, { viewId, isShared: true });
    expect(await attempts()).toEqual([
      'done',
      'not_found',
      'not_found',
      'not_found',
      'done',
      'not_found',
      'not_found',
      'not_found',
    ]);
    expect(await seen(manager, viewId)).toMatchObject({
      isMine: false,
      isShared: true,
      owner: coordinator.name,
      name: 'Necks',
    });
    expect((await openView(manager, { viewId })).question).toEqual(NECKS);
  });

  test('says the same of a private view and of one that never was', async () => {
    const { coordinator, manager } = theCast();
    const viewId = await keep(coordinator);
    const [there, never] = await Promise.all([
      refusedOf(openView(manager, { viewId })),
      refusedOf(openView(manager, { viewId: '00000000-0000-4000-8000-000000000000' })),
    ]);
    expect([there.code, there.detail]).toEqual([never.code, never.detail]);
    expect(there.detail).toMatch(/deleted|own/);
  });

  test('is renamed, given what stands now, deleted for everybody, and brought back', async () => {
    const { coordinator, manager } = theCast();
    const viewId = await keep(coordinator, { isShared: true });
    await changeView(coordinator, { viewId, name: 'Low backs' });
    await changeView(coordinator, { viewId, question: { view: 'new', region: 'lumbar' } });
    expect(await seen(manager, viewId)).toMatchObject({
      name: 'Low backs',
      question: { view: 'new', region: 'lumbar' },
    });
    await deleteView(coordinator, { viewId });
    expect(await seen(manager, viewId)).toBeUndefined();
    expect(await outcomeOf(openView(coordinator, { viewId }))).toBe('not_found');
    expect(await outcomeOf(changeView(coordinator, { viewId, name: 'Still there' }))).toBe('not_found');
    await restoreView(coordinator, { viewId });
    expect(await seen(manager, viewId)).toMatchObject({ name: 'Low backs' });
  });

  test('of a surgeon stays the surgeon’s own', async () => {
    const { surgeon } = theCast();
    const refused = await refusedOf(keep(surgeon, { isShared: true }));
    expect([refused.code, refused.fields[0].path]).toEqual(['invalid', 'isShared']);
    expect(await outcomeOf(shareView(surgeon, { viewId: await keep(surgeon), isShared: true }))).toBe('forbidden');
  });

  test.each([
    [{ view: 'all', q: 'delgado' }, 'question.q', /name a person/],
    [{ view: 'all', find: 'sealed' }, 'question.find', /name a person/],
    [{ view: 'all', stage: 'nowhere' }, 'question.stage', /one or more of/],
    [{ view: 'all', colour: 'red' }, 'question.colour', /not a field/],
    [{ view: 'all', cursor: 'x' }, 'question.cursor', /not a field/],
    [{ view: 'all', from: '2026-02-30' }, 'question.from', /day that exists/],
    [{ view: 'all', from: '2026-03-02', to: '2026-03-01' }, 'from', /must not be after/],
  ])('cannot be %j', async (question, path, message) => {
    const refused = await refusedOf(keep(theCast().coordinator, { question }));
    expect(refused.code).toBe('invalid');
    expect(refused.fields.find((field: { path: string }) => field.path === path)?.message).toMatch(message);
  });

  test('whose words the desk no longer knows says what is wrong, and leaves the others alone', async () => {
    const me = await aPerson('coordinator');
    const [old, good] = [await keep(me), await keep(me)];
    await sql('update saved_view set question = $2 where id = $1', [old, { view: 'all', stage: 'parked' }]);
    expect(await seen(me, old)).toMatchObject({
      count: null,
      problem: expect.stringMatching(/^stage.*one or more of/),
    });
    expect(await seen(me, good)).toMatchObject({ problem: null, count: { isExact: true } });
    expect(await outcomeOf(worklist(me, (await openView(me, { viewId: old })).question))).toBe('invalid');
  });

  test('is one of at most fifty', async () => {
    const me = await aPerson('manager');
    const made = [];
    for (let at = 0; at < MOST_VIEWS; at += 1) made.push(await keep(me));
    expect(await outcomeOf(keep(me))).toBe('invalid');
    await deleteView(me, { viewId: made[0] });
    expect(await outcomeOf(keep(me))).toBe('done');
    expect(await outcomeOf(restoreView(me, { viewId: made[0] }))).toBe('invalid');
  });

  test('is audited by its id, with no word of it', async () => {
    const { coordinator } = theCast();
    const viewId = await keep(coordinator, { name: 'Name of a view' });
    const [row] = await sql<{ row: string }>('select to_jsonb(a)::text as row from audit a where subject_id = $1', [
      viewId,
    ]);
    expect(row?.row).toContain('view.save');
    expect(row?.row).not.toContain('Name of a view');
  });
});

describe('what a colleague who left shared', () => {
  test('is deleted by a manager, and brought back; a coordinator, and what was never shared, stay out', async () => {
    const [author, coordinator, manager] = [
      await aPerson('coordinator'),
      await aPerson('coordinator'),
      await aPerson('manager'),
    ];
    const [shared, own] = [await keep(author, { isShared: true }), await keep(author)];
    const removing = (who: Actor, viewId: string) => outcomeOf(deleteView(who, { viewId }));
    expect(await removing(manager, shared)).toBe('not_found');
    await sql('update staff set is_active = false where id = $1', [author.id]);
    const offered = async (who: Actor) => (await listViews(who, {})).find(({ id }) => id === shared)?.mayDelete;
    expect([await offered(coordinator), await offered(manager)]).toEqual([false, true]);
    expect([await removing(coordinator, shared), await removing(manager, own)]).toEqual(['not_found', 'not_found']);
    expect(await removing(manager, shared)).toBe('done');
    expect(await offered(coordinator)).toBeUndefined();
    expect(await outcomeOf(restoreView(manager, { viewId: shared }))).toBe('done');
    expect(await offered(coordinator)).toBe(false);
  });
});

describe('the tabs of one person', () => {
  test('stand in their order, may be taken off, and are nobody else’s business', async () => {
    const [me, other] = [await aPerson('coordinator'), await aPerson('coordinator')];
    const shared: string[] = [];
    for (const name of ['First', 'Second', 'Third']) shared.push(await keep(me, { name, isShared: true }));
    const mineOf = async (who: Actor) => (await listViews(who, {})).filter(({ id }) => shared.includes(id));
    const before = await listViews(other, {});
    await setPreferences(other, { views: movedView(before, shared[2] ?? '', -1) });
    expect((await mineOf(other)).map(({ name }) => name)).toEqual(['First', 'Third', 'Second']);
    await setPreferences(other, {
      views: choicesOf((await listViews(other, {})).map((view) => ({ ...view, isTab: view.id !== shared[0] }))),
    });
    expect((await mineOf(other)).map(({ name, isTab, count }) => [name, isTab, count !== null])).toEqual([
      ['First', false, false],
      ['Third', true, true],
      ['Second', true, true],
    ]);
    expect((await mineOf(me)).map(({ name, isTab }) => [name, isTab])).toEqual([
      ['First', true],
      ['Second', true],
      ['Third', true],
    ]);
    const late = await keep(me, { name: 'Fourth', isShared: true });
    expect((await listViews(other, {})).at(-1)).toMatchObject({ id: late, isTab: true });
  });

  test('are no more than are counted', async () => {
    const me = await aPerson('manager');
    for (let at = 0; at <= MOST_TABS; at += 1) await keep(me);
    const views = await listViews(me, {});
    expect(views.filter(({ isTab }) => isTab)).toHaveLength(MOST_TABS);
    expect(views.filter(({ isTab, count }) => isTab !== (count !== null))).toEqual([]);
  });
});
