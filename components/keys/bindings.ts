/** Every key of the desk, once: the listener, the `?` sheet and the hints of the palette read this list. `Mod` is Ctrl, or Cmd on a Mac. */
export const BINDINGS = [
  { id: 'palette', keys: ['Mod+k'], group: 'Everywhere', words: 'Go anywhere, do anything', isInFields: true },
  { id: 'sheet', keys: ['?'], group: 'Everywhere', words: 'The keys that work here' },
  { id: 'close', keys: ['Escape'], group: 'Everywhere', words: 'Close, then unselect' },
  { id: 'go-requests', keys: ['g r'], group: 'Go to', words: 'Requests' },
  { id: 'go-review', keys: ['g v'], group: 'Go to', words: 'Review' },
  { id: 'go-follow-ups', keys: ['g f'], group: 'Go to', words: 'Follow-ups' },
  { id: 'go-stats', keys: ['g s'], group: 'Go to', words: 'Stats' },
  { id: 'go-new', keys: ['g n'], group: 'Go to', words: 'New request' },
  { id: 'down', keys: ['j', 'ArrowDown'], group: 'In the list', words: 'Next request' },
  { id: 'up', keys: ['k', 'ArrowUp'], group: 'In the list', words: 'Previous request' },
  { id: 'open', keys: ['Enter'], group: 'In the list', words: 'Open' },
  { id: 'peek', keys: ['Space'], group: 'In the list', words: 'Peek beside the list' },
  { id: 'select', keys: ['x'], group: 'In the list', words: 'Select' },
  { id: 'select-to', keys: ['Shift+x'], group: 'In the list', words: 'Select from the last one to here' },
  { id: 'search', keys: ['/'], group: 'In the list', words: 'Search' },
  { id: 'move', keys: ['m'], group: 'With the request', words: 'Next step' },
  { id: 'assign', keys: ['a'], group: 'With the request', words: 'Assign' },
  { id: 'note', keys: ['n'], group: 'With the request', words: 'Write a note' },
  { id: 'tag', keys: ['t'], group: 'With the request', words: 'Tag' },
  { id: 'undo', keys: ['Mod+z'], group: 'With the request', words: 'Undo, for ten seconds' },
  { id: 'verdict', keys: ['1', '2', '3', '4', '5'], group: 'Decision', words: 'Choose the verdict' },
  { id: 'save', keys: ['Mod+Enter'], group: 'Decision', words: 'Save the decision', isInFields: true },
] as const satisfies readonly Binding[];

export type Binding = {
  readonly id: string;
  readonly keys: readonly string[];
  readonly group: string;
  readonly words: string;
  /** Fires while typing too: it is no character. */
  readonly isInFields?: true;
};
export type KeyId = (typeof BINDINGS)[number]['id'];
export const GROUPS = [...new Set(BINDINGS.map(({ group }) => group))];

/** A character alone, which speech and slips of the hand can type (WCAG 2.1.4). */
export const isSingle = (keys: string) => keys.split(' ').every((key) => [...key.replace('Shift+', '')].length === 1);

/** "Ctrl K", "g then r", as it is shown. */
export function shownKeys(keys: string, isMac: boolean): string {
  return keys
    .replace('Mod+', isMac ? '⌘ ' : 'Ctrl ')
    .replace('Shift+', 'Shift ')
    .replace('ArrowDown', '↓')
    .replace('ArrowUp', '↑')
    .replace('Escape', 'Esc')
    .replace(/^(\w) (\w)$/, '$1 then $2')
    .replace(/^(Ctrl|⌘|Shift) (\w)$/, (_, mod: string, key: string) => `${mod} ${key.toUpperCase()}`);
}
