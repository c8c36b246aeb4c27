import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '@/lib/domain/permissions';
import { MATRIX, PAGES, ROUTES, SERVER_ACTIONS } from '../house/matrix';

/** What the production build serves, as Next itself writes it down. Whatever is not in the matrix fails here. */
const read = <T>(name: string) => JSON.parse(readFileSync(`.next/${name}`, 'utf8')) as T;
const addressOf = (key: string) => key.replace(/\/(page|route)$/, '').replace(/\/\([^)]+\)/g, '') || '/';
const LISTED = [...Object.keys(ROUTES), ...Object.keys(PAGES)];
const OF_NEXT = ['/_not-found', '/_global-error'];

type Entry = { readonly filename: string; readonly exportedName: string };

test('every page and route of the build is in the matrix', () => {
  const built = Object.keys(read<Record<string, string>>('server/app-paths-manifest.json')).map(addressOf);
  expect(built.filter((address) => ![...LISTED, ...OF_NEXT].includes(address))).toEqual([]);
});

test('and every one in the matrix is in the build', () => {
  const built = Object.keys(read<Record<string, string>>('server/app-paths-manifest.json')).map(addressOf);
  expect(LISTED.filter((address) => !built.includes(address))).toEqual([]);
});

test('no page comes from anywhere else: no pages folder, no rewrite, no redirect of its own', () => {
  const pages = Object.keys(read<Record<string, string>>('server/pages-manifest.json'));
  expect(pages.filter((page) => !['/_app', '/_document', '/_error', '/404', '/500'].includes(page))).toEqual([]);
  const { rewrites, redirects, dynamicRoutes, staticRoutes } = read<{
    rewrites: Record<string, unknown[]>;
    redirects: { internal?: boolean }[];
    dynamicRoutes: { page: string }[];
    staticRoutes: { page: string }[];
  }>('routes-manifest.json');
  expect(Object.values(rewrites).flat()).toEqual([]);
  expect(redirects.filter(({ internal }) => !internal)).toEqual([]);
  const routed = [...dynamicRoutes, ...staticRoutes].map(({ page }) => addressOf(page));
  expect(routed.filter((address) => ![...LISTED, ...OF_NEXT, '/_error', '/404', '/500'].includes(address))).toEqual([]);
});

describe('server actions', () => {
  const { node, edge } = existsSync('.next/server/server-reference-manifest.json')
    ? read<{ node: Record<string, Entry>; edge: Record<string, Entry> }>('server/server-reference-manifest.json')
    : { node: {}, edge: {} };
  const built = [...Object.values(node), ...Object.values(edge)];
  const named = ({ filename, exportedName }: Entry) => `${filename} ${exportedName}`;
  const listed = Object.entries(SERVER_ACTIONS).flatMap(([folder, actions]) =>
    Object.keys(actions).map((name) => `app/${folder}/actions.ts ${name}`),
  );

  test('of the build are all in the matrix', () => {
    expect(built.length).toBeGreaterThan(0);
    expect(built.map(named).filter((one) => !listed.includes(one))).toEqual([]);
  });

  test('of the matrix are all in the build', () => {
    expect(listed.filter((one) => !built.map(named).includes(one))).toEqual([]);
  });

  test.each(built.map((entry) => [named(entry), entry] as const))(
    '%s calls the command of its action',
    async (_, { filename, exportedName }) => {
      const source = readFileSync(filename, 'utf8');
      const [, command = ''] =
        new RegExp(`function ${exportedName}\\([^)]*\\)\\s*\\{\\s*return submit(?:Each)?\\((\\w+),`).exec(source) ?? [];
      const [, path = ''] = new RegExp(`import \\{ ${command} \\} from '@/(lib/commands/[\\w-]+)'`).exec(source) ?? [];
      const held = (await import(/* @vite-ignore */ `../../${path}.ts`)) as Record<string, { action: string }>;
      const folder = filename.replace(/^app\//, '').replace(/\/actions\.ts$/, '');
      expect(held[command]?.action).toBe(SERVER_ACTIONS[folder]?.[exportedName]);
    },
  );
});

test('every action of the table has a way in, but the moves, the addendum, the timers and what a page asks beside its question', () => {
  const ways = [
    ...Object.values(ROUTES).flatMap((acts) => acts.map((act) => act.split(' ').at(-1) ?? '')),
    ...Object.values(PAGES),
    ...Object.values(SERVER_ACTIONS).flatMap((actions) => Object.values(actions)),
  ];
  const moves = ['triage', 'ask', 'ready', 'release', 'book', 'close', 'reopen'].map((move) => `request.${move}`);
  const beside = ['view.list', 'view.open', 'mail.count', 'duplicate.list'];
  const timers = [
    'claim.expire',
    'answers.forget',
    'rollups.fold',
    'alarm.escalate',
    'mail.send',
    'digest.queue',
    'files.sweep',
    'import.work',
    'files.sweep',
  ];
  const silent = [...moves, ...beside, ...timers, 'note.addend'];
  expect(ACTIONS.filter((action) => !ways.includes(action) && !silent.includes(action))).toEqual([]);
  expect(ways.filter((way) => way !== 'open' && !MATRIX[way])).toEqual([]);
});
