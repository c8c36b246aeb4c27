'use client';
import { useRouter } from 'next/navigation';
import { NAV } from '@/components/shell/nav-entries';
import { useClinic } from '@/components/ui/clinic';
import { VIEW_WORDS, VIEWS } from '@/lib/domain/desk';
import type { KeyId } from './bindings';
import { type Command, type Handlers, useCommands, useDeskKeys, useKeys } from './use-keys';

const GOES: Readonly<Record<string, KeyId>> = {
  '/requests': 'go-requests',
  '/review': 'go-review',
  '/follow-ups': 'go-follow-ups',
  '/stats': 'go-stats',
  '/requests/new': 'go-new',
};

/** Where this role can go, by key and by palette; it draws nothing. */
export function Places() {
  const { me } = useClinic();
  const router = useRouter();
  const { open } = useDeskKeys();
  const pages = [
    ...NAV[me.role].map(({ href, words }) => ({ href, words })),
    ...(me.role === 'coordinator' ? [{ href: '/requests/new', words: 'New request' }] : []),
    { href: '/me', words: 'Your account' },
  ];
  const views = NAV[me.role].some(({ href }) => href === '/requests')
    ? VIEWS.filter((view) => view !== 'mine' || me.role !== 'manager')
    : [];
  const going: Handlers = Object.fromEntries(
    pages.flatMap(({ href }) => (GOES[href] ? [[GOES[href], () => router.push(href)]] : [])),
  );
  useKeys(going);
  useCommands([
    ...pages.map(
      ({ href, words }): Command => ({
        id: `go ${href}`,
        words,
        group: 'Go to',
        key: GOES[href],
        run: () => router.push(href),
      }),
    ),
    ...views.map(
      (view): Command => ({
        id: `view ${view}`,
        words: VIEW_WORDS[view],
        group: 'Views',
        run: () => router.push(`/requests?view=${view}`),
      }),
    ),
    { id: 'sheet', words: 'Keyboard shortcuts', group: 'Desk', key: 'sheet', run: () => open('sheet') },
  ]);
  return null;
}
