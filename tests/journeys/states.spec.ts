import { expect, type Locator, type Page, test } from '@playwright/test';
import { isAccessible } from './accessible';
import { enterAs, inHand, oneIn, post, send, signInAs } from './desk';

/** What a page becomes once somebody has done something on it. */
type State = {
  readonly at: string | ((page: Page) => Promise<string>);
  readonly after?: (page: Page) => Promise<unknown>;
  /** At each width anew: a menu closes when its window changes. */
  readonly opens?: (page: Page) => Promise<unknown>;
};

const STATES: Record<string, Record<string, State>> = {
  nobody: {
    'a wrong password': { at: '/sign-in', after: wrongPassword },
  },
  coordinator: {
    'the menu of stages': { at: '/requests?view=all', opens: menu(/^Stage:/) },
    'the menu of sorts': { at: '/requests?view=all', opens: menu(/^Sorted by:/) },
    'the menu of filters': { at: '/requests?view=all', opens: menu('+ filter') },
    'a phone entry with errors': {
      at: '/requests/new',
      after: async (page) => {
        await press(page, 'Save request');
        await expect(wrong(page)).toBeVisible();
      },
    },
    'the menu of staff': { at: inTriage, opens: menu('Assign') },
    'what is asked for': { at: inTriage, after: (page) => dialog(page, 'Ask for more') },
    'why it is closed, with errors': {
      at: inTriage,
      after: async (page) => {
        await dialog(page, 'Close');
        await press(page.getByRole('dialog'), 'Close');
        await expect(page.getByText('still needed')).toBeVisible();
      },
    },
    'parts being corrected, with errors': {
      at: inTriage,
      after: async (page) => {
        await press(page, 'Edit red flags');
        await press(page, 'Edit imaging');
        await press(page, 'Edit person and contact');
        const part = page.getByRole('region', { name: 'Person and contact' });
        await part.getByRole('textbox', { name: 'First name' }).fill('');
        await part.getByRole('button', { name: 'Save', exact: true }).click();
        await expect(wrong(page)).toBeVisible();
      },
    },
    'a contact without its outcome': {
      at: inTriage,
      after: async (page) => {
        await page.getByRole('tab', { name: 'Contact' }).click();
        await press(page, 'Log contact');
        await expect(page.getByText('still needed')).toBeVisible();
      },
    },
    'a follow-up without a date': {
      at: inTriage,
      after: async (page) => {
        await page.getByRole('tab', { name: 'Follow-up' }).click();
        await press(page, 'Set follow-up');
        await expect(wrong(page)).toBeVisible();
      },
    },
  },
  // Somebody else's draft of a call.
  coordinator3: {
    'a phone entry with all that can be asked': {
      at: '/requests/new',
      after: async (page) => {
        for (const more of await page.locator('summary').all()) await more.click();
        for (const line of ['+ Injection', '+ MRI', '+ Operation']) await press(page, line);
        await expect(page.getByRole('textbox', { name: 'What was done' })).toBeVisible();
      },
    },
  },
  surgeon2: {
    'a decision with errors': {
      at: inHand,
      after: async (page) => {
        await press(page, /save & next/i);
        await expect(page.getByText('choose one').first()).toBeVisible();
      },
    },
    'a candidate and the procedures': {
      at: inHand,
      after: async (page) => {
        await page.getByRole('radio', { name: 'Candidate', exact: true }).check({ force: true });
        await press(page, /save & next/i);
        await expect(wrong(page)).toBeVisible();
      },
    },
  },
  surgeon: {
    'an amendment with errors': {
      at: (page) => oneIn(page, 'follow_up', 'mine'),
      after: async (page) => {
        await page.getByRole('link', { name: 'Amend' }).click();
        await theFileStandsBeside(page, page.getByRole('form', { name: 'Amended decision' }));
        // Whatever was decided: another verdict, without a word why.
        const verdicts = page.getByRole('group', { name: 'Candidacy' });
        await verdicts.getByRole('radio', { checked: false }).first().check({ force: true });
        await press(page, /^Save version/);
        await expect(wrong(page)).toBeVisible();
      },
    },
  },
  manager: {
    'the weeks as a table': { at: '/stats', after: (page) => page.getByText('Table by week').click() },
  },
  admin: {
    'an invitation with errors': {
      at: '/admin/staff',
      after: async (page) => {
        await dialog(page, 'Invite');
        await press(page, 'Make the link');
        await expect(wrong(page)).toBeVisible();
      },
    },
    'the menu of an account': { at: '/admin/staff', opens: menu(/^Change /) },
    'a change of role': {
      at: '/admin/staff',
      after: async (page) => {
        await press(page, /^Change /);
        await page.getByRole('menuitem', { name: 'Change role' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    'a key without a name': {
      at: '/admin/settings',
      after: async (page) => {
        await press(page, 'Make a key');
        await expect(wrong(page)).toBeVisible();
      },
    },
    'a key about to be rotated': { at: '/admin/settings', after: (page) => dialog(page, /^Rotate/) },
    'a key about to be revoked': { at: '/admin/settings', after: (page) => dialog(page, /^Revoke/) },
    'a password that is too short': {
      at: '/me',
      after: async (page) => {
        await page.getByLabel('Current password').fill('wrong');
        await page.getByLabel('New password').fill('short');
        await press(page, 'Change the password');
        await expect(page.getByText('at least 12 characters', { exact: true })).toBeVisible();
      },
    },
  },
};

for (const [person, states] of Object.entries(STATES))
  for (const [name, { at, after, opens }] of Object.entries(states))
    test(`${person}, ${name}: axe finds nothing, in light and dark, wide and narrow`, async ({ page }) => {
      if (person !== 'nobody') await enterAs(page, person);
      await page.goto(typeof at === 'string' ? at : await at(page));
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await after?.(page);
      await isAccessible(page, opens);
    });

test('the cover after the end of a session: axe finds nothing, in light and dark, wide and narrow', async ({
  page,
  context,
}) => {
  await signInAs(page, 'coordinator');
  await page.goto('/requests/new');
  await page.getByRole('textbox', { name: 'First name' }).fill('Typed, and not sent');
  await context.clearCookies();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByRole('heading', { name: 'You were signed out' })).toBeVisible();
  await isAccessible(page);
});

const press = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first().click();
/** A field that says what is wrong with it. */
const wrong = (page: Page) => page.locator('[aria-invalid="true"], [data-wrong]').first();

/** Left of it, and all on the same screen. */
async function theFileStandsBeside(page: Page, form: Locator) {
  const left = (await form.boundingBox())?.x;
  for (const name of ['History', 'Report and imaging']) {
    const part = page.getByRole('region', { name });
    await expect(part).toBeInViewport();
    const box = await part.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? Infinity), name).toBeLessThanOrEqual(left ?? 0);
  }
}

function menu(name: string | RegExp) {
  return async (page: Page) => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await press(page, name);
    await expect(page.getByRole('menu')).toBeVisible();
  };
}

async function dialog(page: Page, name: string | RegExp) {
  await press(page, name);
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function inTriage(page: Page): Promise<string> {
  const number = await post(page.request, { firstName: 'State', redFlags: { MOT2: 'not_sure' } });
  await send(page, `/requests/${number}/moves`, { version: 1, to: 'triage' });
  return `/requests/${number}`;
}

async function wrongPassword(page: Page) {
  await page.getByLabel('E-mail').fill('coordinator4@demo.clinic');
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await press(page, 'Sign in');
  await expect(page.getByRole('alert').filter({ hasText: /wrong/i })).toBeVisible();
}
