import { describe, expect, test } from 'vitest';
import { arrangedColumns, COLUMNS, columnChoices, isArranged, movedColumn } from '@/lib/domain/columns';

const shown = (places: ReturnType<typeof arrangedColumns>) => places.filter((one) => one.isShown).map(({ id }) => id);
const USUAL = ['name', 'complaint', 'stage', 'missing', 'turn', 'received', 'due'];

describe('the columns of the list', () => {
  test('are the house’s, where nobody chose', () => {
    expect(shown(arrangedColumns())).toEqual(USUAL);
    expect(isArranged()).toBe(false);
    expect(arrangedColumns()).toHaveLength(COLUMNS.length);
  });

  test('stand where they were put; one never placed follows its usual neighbour', () => {
    const places = arrangedColumns([
      { id: 'due' },
      { id: 'name' },
      { id: 'gone by now' },
      { id: 'turn', isHidden: true },
    ]);
    expect(shown(places)).toEqual(['due', 'name', 'complaint', 'stage', 'missing', 'received']);
    expect(new Set(places.map(({ id }) => id)).size).toBe(COLUMNS.length);
  });

  test('always have the person', () => {
    expect(shown(arrangedColumns([{ id: 'name', isHidden: true }]))).toContain('name');
  });

  test('move past the next one that is shown, and not off the end', () => {
    const one = movedColumn(arrangedColumns(), 'complaint', -1);
    expect(shown(one)).toEqual(['complaint', 'name', ...USUAL.slice(2)]);
    expect(shown(movedColumn(one, 'complaint', -1))).toEqual(shown(one));
    expect(shown(movedColumn(arrangedColumns(), 'stage', 1))).toEqual([
      'name',
      'complaint',
      'missing',
      'stage',
      'turn',
      'received',
      'due',
    ]);
    expect(shown(movedColumn(arrangedColumns(), 'name', 'due'))).toEqual([...USUAL.slice(1), 'name']);
  });

  test('are kept as chosen and read back the same', () => {
    const places = movedColumn(arrangedColumns([{ id: 'owner' }, { id: 'due', width: 240 }]), 'due', -1);
    expect(arrangedColumns(columnChoices(places))).toEqual(places);
    expect(isArranged(columnChoices(places))).toBe(true);
    expect(isArranged(columnChoices(arrangedColumns()))).toBe(false);
  });
});
