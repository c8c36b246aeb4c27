import { expect, test } from '@playwright/test';
import { aFullIntake } from '../house/intake';
import { aPdf } from '../house/pages';
import { isAccessible } from './accessible';
import { enterAs, LAST_NAME, releaseAll, send, watch } from './desk';

const FINDING = 'L4-L5: right paracentral extrusion';
const pdf = (...pages: string[]) => ({ name: 'My report.pdf', mimeType: 'application/pdf', buffer: aPdf(pages) });

test('a report comes in as a file, from the desk and from a phone without a script, and is read beside the decision', async ({
  browser,
  request,
}) => {
  const full = aFullIntake({ report: undefined });
  const answer = await request.post('/api/v1/requests', {
    headers: { authorization: 'Bearer foramen-demo-intake' },
    data: { ...full, person: { ...full.person, firstName: `File${Date.now().toString(36)}`, lastName: LAST_NAME } },
  });
  const { number, statusUrl } = await answer.json();

  await test.step('the person adds it on their own page', async () => {
    const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await phone.newPage();
    await page.goto(statusUrl);
    await expect(page.getByLabel('Choose the file')).toHaveCount(0);
    const [year = '', month = '', day = ''] = full.person.dateOfBirth.split('-');
    await page.getByLabel('Month').fill(String(Number(month)));
    await page.getByLabel('Day', { exact: true }).fill(String(Number(day)));
    await page.getByLabel('Year').fill(year);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByLabel('Choose the file').setInputFiles({ ...pdf(), name: 'x.pdf', buffer: Buffer.from('<svg/>') });
    await page.getByRole('button', { name: 'Send the file' }).click();
    await expect(page.getByRole('alert')).toHaveText(/send the report as PDF or plain text/);
    await page.getByLabel('Choose the file').setInputFiles(pdf('From home'));
    await page.getByRole('button', { name: 'Send the file' }).click();
    await expect(page.getByRole('status')).toHaveText('Thank you. We have your file.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await phone.close();
  });

  const desk = await (await browser.newContext()).newPage();
  const complaints = watch(desk);
  await enterAs(desk, 'coordinator');
  await test.step('the coordinator sees it, and adds another', async () => {
    await desk.goto(`/requests/${number}`);
    const documents = desk.getByRole('region', { name: 'Documents' });
    await expect(documents.getByRole('listitem')).toHaveText([/My report\.pdf.*from the person/]);
    const add = documents.getByRole('form', { name: 'Add a document' });
    await add.getByRole('button', { name: 'Add' }).click();
    await expect(add.getByRole('alert')).toHaveText(/Choose a file first/);
    await add.getByLabel('File').setInputFiles(pdf(`FINDINGS\n${FINDING}`, 'IMPRESSION'));
    await add.getByRole('button', { name: 'Add' }).click();
    await expect(documents.getByRole('listitem')).toHaveCount(2);
    await expect(documents.getByText('Added.')).toBeVisible();
    await isAccessible(desk);
    const saved = desk.waitForEvent('download');
    await documents.getByRole('link', { name: 'Open My report.pdf' }).first().click();
    expect((await saved).suggestedFilename()).toMatch(/^MR-\d{6}-mri-report-[0-9a-f]{6}\.pdf$/);
  });

  await test.step('the surgeon reads both beside the decision', async () => {
    const room = await (await browser.newContext()).newPage();
    await enterAs(room, 'surgeon');
    await releaseAll(room);
    const standing = await (await desk.request.get(`/api/v1/requests/${number}`)).json();
    const triaged = await send(desk, `/requests/${number}/moves`, { version: standing.version, to: 'triage' });
    const ready = { version: triaged.version, to: 'ready_for_review', reason: 'sent on' };
    const { version } = await send(desk, `/requests/${number}/moves`, ready);
    await send(room, `/requests/${number}/moves`, { version, to: 'in_review' });
    await room.goto('/review');
    const report = room.getByRole('region', { name: 'Report and imaging' });
    await expect(report.getByText(FINDING)).toBeVisible();
    await expect(report.getByText('From home')).toBeVisible();
    await expect(report.getByRole('link', { name: 'Open the file' })).toHaveCount(2);
    await isAccessible(room);
    await room.setViewportSize({ width: 390, height: 844 });
    expect(await room.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await releaseAll(room);
  });
  expect(complaints).toEqual([]);
});
