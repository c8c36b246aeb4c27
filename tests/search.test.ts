import { describe, expect, test } from 'vitest';
import { searchTerms, sortable } from '@/lib/domain/search';

describe('a name is found as it is typed on another keyboard:', () => {
  test.each([
    ['Michał Łukasiewicz', 'michal lukasiewicz'],
    ['Søren Ærø', 'soren aero'],
    ['Weiß', 'weiss'],
    ['O’Brien', "o'brien"],
    ['Jean‑Luc', 'jean-luc'],
    ['ĐẶNG', 'dang'],
  ])('%s as %s', (name, typed) => {
    expect(sortable(name)).toBe(sortable(typed));
  });
});

test.each([
  ['MR-1201', ['mr-001201']],
  ['mr1201', ['mr-001201']],
  ['MR-001201', ['mr-001201']],
  ['1201', ['1201']],
  ['(251) 555-0153', ['2515550153']],
])('%s is looked for as %s', (typed, terms) => {
  expect(searchTerms(typed)).toEqual(terms);
});
