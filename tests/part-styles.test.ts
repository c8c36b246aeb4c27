import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const IMPORTED = /import\s*\{([^}]*)\}\s*from '@mantine\/core'/g;
const styleOf = (part: string) => `@mantine/core/styles/${part}.css`;

test('every Mantine part on a page brings its style', () => {
  const listed = readFileSync('components/ui/parts.ts', 'utf8');
  const missing = sources().flatMap((path) =>
    partsIn(path)
      .filter((part) => existsSync(`node_modules/${styleOf(part)}`) && !listed.includes(styleOf(part)))
      .map((part) => `${path}: ${part}`),
  );
  expect(missing).toEqual([]);
});

function sources(): string[] {
  return ['app', 'components'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx'))
      .map((path) => join(room, path)),
  );
}

function partsIn(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(IMPORTED)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
}
