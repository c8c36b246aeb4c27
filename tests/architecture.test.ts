import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles, FILES, functionsOf, importsOf, textOf } from './house/imports';

/** Each room and the rooms it may import from. The longest name that fits is the room of a file. */
const LAW: Readonly<Record<string, readonly string[]>> = {
  'app/api': ['app/api', 'lib/commands', 'lib/queries', 'lib/door', 'lib/domain', 'lib/adapters', 'components'],
  app: ['app', 'components', 'lib/commands', 'lib/queries', 'lib/door', 'lib/domain'],
  components: ['components', 'lib/domain'],
  'lib/commands': ['lib/door', 'lib/adapters', 'lib/domain', 'db'],
  'lib/queries': ['lib/door', 'lib/adapters', 'lib/domain', 'db'],
  'lib/door': ['lib/door', 'lib/adapters', 'lib/env', 'lib/domain', 'db'],
  'lib/adapters': ['lib/adapters', 'lib/env', 'lib/domain'],
  'lib/domain': ['lib/domain'],
  'lib/env': [],
  db: ['db', 'lib/env', 'lib/domain'],
  'db/seed': ['db', 'db/seed', 'lib/env', 'lib/domain'],
  'db/generate': ['db', 'db/generate', 'db/seed', 'lib/env', 'lib/domain'],
  proxy: ['lib/door', 'lib/env'],
  instrumentation: ['lib/door', 'lib/env', 'lib/commands', 'db'],
};
/** Packages that live in some rooms only. */
const AT_HOME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(drizzle-orm|drizzle-kit|pg|uuidv7)(\/|$)/, ['db', 'db/seed', 'db/generate']],
  [/^next(\/|$)/, ['app', 'app/api', 'lib/door', 'components', 'proxy', 'instrumentation']],
  [/^next-auth(\/|$)/, ['app/api', 'lib/door', 'components']],
  [/^(react|react-dom)(\/|$)/, ['app', 'app/api', 'components', 'lib/door']],
  [/^(@mantine|@tanstack|recharts)(\/|$)/, ['app', 'components']],
  [/^(@node-rs\/argon2|argon2)(\/|$)/, ['lib/door', 'db/seed', 'db/generate']],
  [/^zod$/, ['app/api', 'lib/door', 'lib/commands', 'lib/queries', 'lib/adapters', 'lib/env']],
];

const roomOf = (path: string) =>
  Object.keys(LAW)
    .filter((room) => path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`))
    .sort((a, b) => b.length - a.length)[0];
const isIn = (...rooms: string[]) => FILES.filter((file) => rooms.includes(roomOf(file) ?? ''));
const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describe.each(FILES)('%s', (file) => {
  const room = roomOf(file) ?? 'no room';

  test('lives in a room', () => expect(Object.keys(LAW)).toContain(room));

  test('imports only from the rooms next to its own', () => {
    const paths = importsOf(file).flatMap(({ path }) => path ?? []);
    const wrong = paths.filter((path) => !(LAW[room] ?? []).includes(roomOf(path) ?? 'no room'));
    expect(wrong).toEqual([]);
  });

  test('leaves packages where they are at home', () => {
    const packages = importsOf(file).flatMap(({ path, name }) => (path === null ? [name] : []));
    const wrong = packages.filter((name) => AT_HOME.some(([is, rooms]) => is.test(name) && !rooms.includes(room)));
    expect(wrong).toEqual([]);
    if (room === 'lib/domain') expect(packages).toEqual([]);
  });

  test('is read in one sitting', () => {
    expect(textOf(file).split('\n').length).toBeLessThan(251);
    const longest = file.endsWith('.tsx') || room === 'db/seed' ? 100 : 60;
    expect(functionsOf(file).filter(({ lines }) => lines > longest)).toEqual([]);
  });

  test('is named after what it holds', () => {
    const name = basename(file).replace(/(\.d)?\.tsx?$/, '');
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(name).not.toMatch(/(^|-)(utils?|helpers?|misc|common|types|constants|index)$/);
    const folders = dirname(file)
      .split('/')
      .filter((folder) => !folder.startsWith('('));
    if (room !== 'app/api') expect(folders.length).toBeLessThanOrEqual(4);
  });

  test('keeps the compiler’s eyes open', () => {
    const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/(?! @ts-).*$|'[^'\n]*'/gm, '');
    expect(code.match(/@ts-\w+|\bas any\b|: any\b|<any[>,]|\bany\[\]|biome-ignore.*noExplicitAny/g) ?? []).toEqual([]);
  });

  test('reads no environment of its own', () => {
    const isRead = /process\.env/.test(textOf(file));
    const mayRead = room === 'lib/env' || room === 'db/seed' || /NEXT_RUNTIME/.test(textOf(file));
    expect(isRead && !mayRead).toBe(false);
  });
});

test.each(isIn('lib/commands', 'lib/queries'))('%s holds the one entry that it is named after', async (file) => {
  const held = (await import(`../${file}`)) as Record<string, unknown>;
  const entries = Object.keys(held).filter((name) => typeof held[name] === 'function');
  expect(entries).toEqual([camel(basename(file, '.ts'))]);
});

test.each(FILES.filter((file) => /^['"]use server['"]/.test(textOf(file))))('%s only names commands', (file) => {
  expect(basename(file)).toBe('actions.ts');
  const wrong = importsOf(file).filter(({ path }) => !/^lib\/(commands\/|door\/next$)/.test(path ?? 'a package'));
  expect(wrong).toEqual([]);
  const code = textOf(file)
    .replace(/\/\*[\s\S]*?\*\/|^import .*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  const rest = code
    .replace(/export async function \w+\([^)]*\) \{ return submit(Each)?\(\w+, \w+(, \w+)?\); \}/g, '')
    .replace("'use server';", '');
  expect(rest.trim()).toBe('');
});

test('only actions.ts files hold server actions', () => {
  expect(FILES.filter((file) => /['"]use server['"]/.test(textOf(file)) && basename(file) !== 'actions.ts')).toEqual(
    [],
  );
});

test.each(isIn('app', 'app/api').filter((file) => /\/(page|layout|route)\.tsx?$/.test(file)))(
  '%s reads data through the door only',
  (file) => {
    const calls = importsOf(file).flatMap(({ path }) =>
      /^lib\/(commands|queries)\//.test(path ?? '') ? [camel(basename(path ?? ''))] : [],
    );
    const direct = calls.filter(
      (name) => new RegExp(`\\b${name}\\(`).test(textOf(file)) && !file.startsWith('app/api/auth/'),
    );
    expect(direct).toEqual([]);
  },
);

test('nothing imports in a circle', () => expect(circles()).toEqual([]));

test('what a visitor’s browser loads holds nothing of the server', () => {
  const clients = FILES.filter((file) => /^['"]use client['"]/.test(textOf(file)));
  const wrong = clients.flatMap((file) =>
    importsOf(file)
      .filter(({ path, isType }) => !isType && /^(lib\/(door|commands|queries|env)|db)(\/|$)/.test(path ?? ''))
      .map(({ name }) => `${file} -> ${name}`),
  );
  expect(wrong).toEqual([]);
});
