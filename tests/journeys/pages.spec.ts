import { expect, type Page, test } from '@playwright/test';
import { isAccessible } from './accessible';
import { enterAs, inHand, oneIn, watch } from './desk';

type Look = {
  readonly at: string | ((page: Page) => Promise<string>);
  readonly called?: string;
  /** What is there once the page is whole; its heading, unless said otherwise. */
  readonly shows?: (page: Page) => ReturnType<Page['locator']>;
};

const chart = (page: Page) => page.locator('.recharts-surface').first();
const PAGES: Record<string, readonly Look[]> = {
  nobody: [
    { at: '/sign-in' },
    { at: '/sign-in?from=/requests', called: 'sign-in, on the way to somewhere' },
    { at: '/set-up?token=not-a-token-of-this-clinic', called: 'set-up, with a wrong link' },
    { at: '/link/not-a-token-of-this-clinic', called: 'a wrong link' },
    { at: '/api/v1/docs', shows: (page) => page.locator('.opblock').first() },
    { at: '/nowhere' },
  ],
  coordinator: [
    { at: '/requests?view=mine' },
    { at: '/requests?view=red-flags' },
    { at: '/requests?view=all&q=nobodyiscalledthis', called: 'an empty search' },
    { at: '/requests?view=all&stage=closed' },
    { at: (page) => oneIn(page, 'new'), called: 'a new request' },
    { at: (page) => oneIn(page, 'awaiting_info'), called: 'a request that waits for something' },
    { at: (page) => oneIn(page, 'follow_up'), called: 'a decided request' },
    { at: (page) => oneIn(page, 'closed'), called: 'a closed request' },
    { at: '/requests/new' },
    { at: '/follow-ups' },
    { at: '/follow-ups?owner=all' },
    { at: '/stats', shows: chart },
    { at: '/me' },
    { at: '/admin/audit' },
    { at: '/requests/MR-999999', called: 'a request that never was' },
  ],
  surgeon: [
    { at: '/requests?view=mine' },
    { at: (page) => oneIn(page, 'follow_up', 'mine'), called: 'a request of theirs' },
    { at: async (page) => `${await oneIn(page, 'follow_up', 'mine')}/amend`, called: 'amend' },
    { at: '/follow-ups' },
    { at: '/stats', shows: chart },
  ],
  surgeon2: [
    {
      at: inHand,
      called: '/review, with a request',
      shows: (page) => page.getByRole('button', { name: /save & next/i }),
    },
  ],
  manager: [
    { at: '/stats', shows: chart },
    { at: '/stats?from=2020-01-01&to=2020-01-31', called: '/stats of an empty month' },
    { at: '/requests' },
    { at: '/admin/audit' },
  ],
  admin: [
    { at: '/admin/staff' },
    { at: '/admin/settings' },
    { at: '/admin/audit' },
    { at: '/stats', shows: chart },
    { at: '/me' },
  ],
};

for (const [person, looks] of Object.entries(PAGES))
  for (const { at, called, shows = heading } of looks)
    test(`${person}, ${called ?? at}: axe finds nothing, in light and dark, wide and narrow, and nothing leaves the clinic`, async ({
      page,
    }) => {
      const complaints = watch(page);
      if (person !== 'nobody') await enterAs(page, person);
      await page.goto(typeof at === 'string' ? at : await at(page));
      await expect(shows(page)).toBeVisible();
      await isAccessible(page);
      expect(complaints).toEqual([]);
    });

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 }).first();
}
