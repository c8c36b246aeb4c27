import { expect, type Page, test } from '@playwright/test';
import { PAGES } from '../house/matrix';
import { isAccessible } from './accessible';
import { enterAs, inHand, oneIn, watch } from './desk';

type Look = {
  readonly by: string;
  readonly at: string | ((page: Page) => Promise<string>);
  /** Where the address alone does not say it. */
  readonly called?: string;
};

/** Days from before the clinic: nothing to draw. */
const NOBODY_CAME = '/stats?from=2020-01-01&to=2020-01-31';

/** What new-clinic.spec.ts looks at besides: /set-up and /link with a link that is good, and every list while it is empty. */
const LOOKS: Record<string, readonly Look[]> = {
  '/sign-in': [
    { by: 'nobody', at: '/sign-in' },
    { by: 'nobody', at: '/sign-in?from=/requests' },
  ],
  '/set-up': [{ by: 'nobody', at: '/set-up?token=not-a-token-of-this-clinic' }],
  '/link/[token]': [{ by: 'nobody', at: '/link/not-a-token-of-this-clinic' }],
  '/review-request': [
    { by: 'nobody', at: '/review-request' },
    { by: 'nobody', at: '/review-request?lang=es' },
  ],
  // Every step, and the page of whoever sent one: see review-request.spec.ts.
  '/review-request/[token]': [{ by: 'nobody', at: '/review-request/not-a-form-of-this-clinic' }],
  '/status/[token]': [{ by: 'nobody', at: '/status/not-a-link-of-this-clinic' }],
  '/api/v1/docs': [{ by: 'nobody', at: '/api/v1/docs' }],
  '/requests': [
    { by: 'coordinator', at: '/requests?view=mine' },
    { by: 'coordinator', at: '/requests?view=red-flags' },
    { by: 'coordinator', at: '/requests?view=all&q=nobodyiscalledthis' },
    { by: 'coordinator', at: '/requests?view=all&stage=closed' },
    { by: 'surgeon', at: '/requests?view=mine' },
    { by: 'manager', at: '/requests' },
  ],
  '/requests/[number]': [
    { by: 'coordinator', at: (page) => oneIn(page, 'new'), called: 'a new request' },
    { by: 'coordinator', at: (page) => oneIn(page, 'awaiting_info'), called: 'a request that waits for something' },
    { by: 'coordinator', at: (page) => oneIn(page, 'follow_up'), called: 'a decided request' },
    { by: 'coordinator', at: (page) => oneIn(page, 'closed'), called: 'a closed request' },
    { by: 'coordinator', at: '/requests/MR-999999' },
    { by: 'surgeon', at: (page) => oneIn(page, 'follow_up', 'mine'), called: 'a request of theirs' },
  ],
  '/requests/[number]/amend': [
    { by: 'surgeon', at: async (page) => `${await oneIn(page, 'follow_up', 'mine')}/amend`, called: 'an amendment' },
  ],
  // Two side by side are looked at in their own journey.
  '/requests/[number]/merge': [{ by: 'coordinator', at: '/requests/MR-999999/merge' }],
  '/requests/new': [{ by: 'coordinator', at: '/requests/new' }],
  '/review': [{ by: 'surgeon2', at: inHand, called: '/review with somebody in hand' }],
  '/follow-ups': [
    { by: 'coordinator', at: '/follow-ups' },
    { by: 'coordinator', at: '/follow-ups?owner=all' },
    { by: 'surgeon', at: '/follow-ups' },
  ],
  '/mail': [
    { by: 'coordinator', at: '/mail' },
    { by: 'manager', at: '/mail?tab=waiting' },
  ],
  '/import': [{ by: 'manager', at: '/import' }],
  '/import/[batch]': [
    { by: 'coordinator', at: '/import/00000000-0000-4000-8000-000000000000', called: 'a file that never was' },
  ],
  '/stats': [
    { by: 'coordinator', at: '/stats' },
    { by: 'surgeon', at: '/stats' },
    { by: 'manager', at: '/stats' },
    { by: 'manager', at: NOBODY_CAME },
  ],
  '/me': [
    { by: 'coordinator', at: '/me' },
    { by: 'admin', at: '/me' },
  ],
  '/admin/audit': [
    { by: 'coordinator', at: '/admin/audit' },
    { by: 'manager', at: '/admin/audit' },
    { by: 'admin', at: '/admin/audit' },
  ],
  '/admin/staff': [{ by: 'admin', at: '/admin/staff' }],
  '/admin/settings': [{ by: 'admin', at: '/admin/settings' }],
  'no page': [{ by: 'nobody', at: '/nowhere' }],
};

/** What is drawn last, where that is not the heading. */
const LAST: Record<string, string> = {
  '/stats': '.recharts-surface',
  '/api/v1/docs': '.opblock',
};

test('every page is looked at', () => {
  expect(Object.keys(LOOKS).sort()).toEqual([...Object.keys(PAGES), 'no page'].sort());
});

for (const [route, looks] of Object.entries(LOOKS))
  for (const { by, at, called } of looks)
    test(`${by} at ${called ?? at}: axe finds nothing, in light and dark, wide and narrow, and nothing leaves the clinic`, async ({
      page,
    }) => {
      const complaints = watch(page);
      if (by !== 'nobody') await enterAs(page, by);
      await page.goto(typeof at === 'string' ? at : await at(page));
      const last = at === NOBODY_CAME ? 'h1' : (LAST[route] ?? 'h1');
      await expect(page.locator(last).first()).toBeVisible();
      await isAccessible(page);
      expect(complaints).toEqual([]);
    });
