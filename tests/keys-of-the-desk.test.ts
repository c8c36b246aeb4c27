import { describe, expect, test } from 'vitest';
import { BINDINGS, isSingle, shownKeys } from '@/components/keys/bindings';
import { found, numberIn } from '@/components/keys/fuzzy';
import { pressedKey } from '@/components/keys/pressed';

const press = (key: string, held: object = {}) =>
  pressedKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test('no key means two things', () => {
  const keys = BINDINGS.flatMap((one) => [...one.keys]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('no key that begins a sequence is a command of its own', () => {
  const keys: string[] = BINDINGS.flatMap((one) => [...one.keys]);
  const firsts = keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0] ?? '');
  expect(keys.filter((key) => firsts.includes(key))).toEqual([]);
});

describe('a key press is read', () => {
  test.each([
    ['j', {}, 'j'],
    ['J', {}, 'j'],
    ['X', { shiftKey: true }, 'Shift+x'],
    ['?', { shiftKey: true }, '?'],
    [' ', {}, 'Space'],
    ['k', { ctrlKey: true }, 'Mod+k'],
    ['K', { metaKey: true }, 'Mod+k'],
    ['k', { ctrlKey: true, shiftKey: true }, null],
    ['@', { altKey: true }, null],
    ['ArrowDown', { shiftKey: true }, null],
  ] as const)('%s with %j as %s', (key, held, read) => expect(press(key, held)).toBe(read));
});

test('letters, digits and signs alone can be switched off; named keys and combinations stay', () => {
  const all = BINDINGS.flatMap((one) => [...one.keys]);
  expect(all.filter((key) => !isSingle(key))).toEqual([
    'Mod+k',
    'Escape',
    'ArrowDown',
    'ArrowUp',
    'Enter',
    'Space',
    'Mod+z',
    'Mod+Enter',
  ]);
});

test('keys are shown as they are printed', () => {
  expect([
    shownKeys('Mod+k', false),
    shownKeys('Mod+k', true),
    shownKeys('g r', false),
    shownKeys('Shift+x', false),
  ]).toEqual(['Ctrl K', '⌘ K', 'g then r', 'Shift X']);
});

test('some letters in order find a line, the best first', () => {
  const lines = ['Follow-ups', 'Follow-ups due', 'Ready for surgeon', 'Stats', 'New request'].map((words) => ({
    words,
  }));
  const words = (typed: string) => found(typed, lines).map((one) => one.words);
  expect(words('fu')[0]).toBe('Follow-ups');
  expect(words('rfs')).toEqual(['Ready for surgeon']);
  expect(words('new req')).toEqual(['New request']);
  expect(words('zz')).toEqual([]);
});

test.each([
  ['123', 'MR-000123'],
  ['mr123', 'MR-000123'],
  ['MR-000123', 'MR-000123'],
  ['mr 1234567', 'MR-1234567'],
  ['0', null],
  ['12 a', null],
  ['+13055550123', null],
])('%s opens %s', (typed, number) => expect(numberIn(typed)).toBe(number));
