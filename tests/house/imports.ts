import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import of a file. `path` is where it leads inside the house, without its ending; `name` is a package otherwise. */
export type Import = { readonly name: string; readonly path: string | null; readonly isType: boolean };

const ROOT_FILES = ['proxy.ts', 'instrumentation.ts'];
const cache = new Map<string, string>();

export const textOf = (file: string): string => {
  const text = cache.get(file) ?? readFileSync(file, 'utf8');
  cache.set(file, text);
  return text;
};

/** Every source file of the house, from its root. */
export const FILES = [
  ...['app', 'components', 'lib', 'db'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .map((file) => join(top, file))
      .filter((file) => /\.tsx?$/.test(file)),
  ),
  ...ROOT_FILES,
].sort();

const STATEMENT = /(?:^|;|\n)\s*(?:import|export)\s+(type\s+)?([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/g;
const BARE = /(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;
const LAZY = /\bimport\(\s*['"]([^'"]+)['"]/g;

export function importsOf(file: string): Import[] {
  const text = textOf(file);
  const found = [
    ...[...text.matchAll(STATEMENT)].map(([, type, what = '', name = '']) => ({
      name,
      isType: Boolean(type) || onlyTypes(what),
    })),
    ...[...text.matchAll(BARE), ...text.matchAll(LAZY)].map(([, name = '']) => ({ name, isType: false })),
  ];
  return found.map(({ name, isType }) => ({ name, isType, path: pathOf(file, name) }));
}

/** `{ type A, type B }` brings no value along. */
function onlyTypes(what: string): boolean {
  const named = /^\{(.*)\}$/s.exec(what.trim())?.[1];
  return named?.split(',').every((one) => one.trim() === '' || one.trim().startsWith('type ')) ?? false;
}

function pathOf(file: string, name: string): string | null {
  if (name.startsWith('@/')) return name.slice(2);
  return name.startsWith('.') ? normalize(join(dirname(file), name)) : null;
}

/** Circles among value imports, each named once. */
export function circles(): string[] {
  const byPath = new Map(FILES.map((file) => [file.replace(/\.tsx?$/, ''), file]));
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]) => {
    const at = trail.indexOf(file);
    if (at >= 0) found.add([...trail.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const { path, isType } of importsOf(file)) {
      const target = path && !isType ? (byPath.get(path) ?? byPath.get(`${path}/index`)) : undefined;
      if (target) walk(target, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of FILES) walk(file, []);
  return [...found];
}

/** Top-level functions and the `run` of an entry, with their lines; the formatter puts a closing brace under its opening line. */
export function functionsOf(file: string): { readonly name: string; readonly lines: number }[] {
  const lines = textOf(file).split('\n');
  return lines.flatMap((line, at) => {
    const opened =
      /^( *)(?:export )?(?:default )?(?:async )?(?:function (\w+)|const (\w+) = (?:async )?\(.*=> [({]$|(run)\()/.exec(
        line,
      );
    if (!opened) return [];
    const [, indent = '', ...names] = opened;
    const rest = lines
      .slice(at + 1)
      .findIndex(
        (one) =>
          one.startsWith(`${indent}}`) &&
          !one.startsWith(`${indent}} {`) &&
          !one.startsWith(`${indent}})`) &&
          !one.startsWith(`${indent}}:`),
      );
    return [{ name: names.find(Boolean) ?? '', lines: rest + 2 }];
  });
}
