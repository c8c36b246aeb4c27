import { expect, test } from '@playwright/test';
import { LAST_NAME, post, releaseAll, signInByForm, watch } from './desk';

test('a request is posted, triaged, decided, answered, counted and audited', async ({ browser, request }) => {
  const firstName = `Ana${Date.now().toString(36)}`;
  const name = `${firstName} ${LAST_NAME}`;
  const number = await post(request, { firstName, redFlags: { CES5: 'not_sure' } });
  const as = async (person: string) => {
    const page = await (await browser.newContext()).newPage();
    const complaints = watch(page);
    await signInByForm(page, person);
    return { page, complaints };
  };

  const { page: desk, complaints: atDesk } = await as('coordinator');
  await test.step('the coordinator finds it, pinned and by search', async () => {
    await expect(desk.getByRole('link', { name })).toBeVisible();
    await desk.getByRole('searchbox').fill(firstName.toUpperCase());
    await expect(desk).toHaveURL(/find=/);
    await expect(desk.getByRole('search').getByRole('status')).toHaveText('1 request');
    await desk.getByRole('link', { name }).click();
    await expect(desk.getByRole('heading', { level: 1 })).toContainText(name);
    await expect(desk.getByText('New pain, numbness or weakness in both legs?').first()).toBeVisible();
  });

  await test.step('completes what is missing and sends it to a surgeon', async () => {
    await desk.getByRole('button', { name: 'Start triage' }).click();
    await expect(desk.getByText('Triage', { exact: true }).first()).toBeVisible();
    await desk.getByRole('button', { name: 'Complete Report' }).click();
    await desk
      .getByLabel('Text of the radiology report')
      .fill('L4-L5: right paracentral extrusion contacting the traversing L5 root.');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(desk.getByText('Complete', { exact: true }).first()).toBeVisible();
    await desk
      .getByRole('button', { name: /ready for surgeon/i })
      .first()
      .click();
    await expect(desk.getByText('Ready for surgeon', { exact: true }).first()).toBeVisible();
  });

  const { page: room, complaints: inRoom } = await as('surgeon');
  await test.step('the surgeon takes the most urgent, decides, and lands on the next', async () => {
    await releaseAll(room);
    await room.goto('/review');
    await room.getByRole('button', { name: 'Take the next request' }).click();
    await expect(room.getByRole('heading', { level: 1 })).toContainText(name);
    await expect(room.getByText('right paracentral extrusion')).toBeVisible();
    await room.getByRole('button', { name: /save & next/i }).click();
    await expect(room.getByText('choose one').first()).toBeVisible();

    await room.keyboard.press('Escape');
    await room.getByRole('radio', { name: /likely, needs exam/i }).check({ force: true });
    await room.getByRole('checkbox', { name: 'In-person exam' }).check({ force: true });
    await room.getByLabel(/in plain words|message/i).fill('We would like to examine you this week.');
    await room.keyboard.press('Control+Enter');
    await expect(room.getByRole('heading', { level: 1 })).not.toContainText(name);
    await expect(room.getByText(/saved/i).first()).toContainText(name);
  });

  await test.step('the coordinator reads the decision, logs the call and writes a note with a date', async () => {
    await desk.reload();
    await expect(desk.getByText('Likely, needs exam').first()).toBeVisible();
    await expect(desk.getByText('We would like to examine you this week.')).toBeVisible();
    await desk.getByRole('tab', { name: 'Contact' }).click();
    await desk.getByRole('radio', { name: 'Told the answer' }).check({ force: true });
    await desk.getByRole('button', { name: /save contact|log/i }).click();
    await expect(desk.getByLabel('Notes, contacts and events').getByText('Told the answer').first()).toBeVisible();
    await desk.getByRole('tab', { name: 'Note' }).click();
    await desk.getByRole('textbox', { name: 'Note' }).fill('Free after the fourth. Daughter drives.');
    await desk.getByRole('button', { name: 'in a week' }).click();
    await desk.getByRole('button', { name: 'Save note' }).click();
    await expect(
      desk.getByLabel('Notes, contacts and events').getByText('Free after the fourth. Daughter drives.'),
    ).toBeVisible();
  });

  const { page: office, complaints: inOffice } = await as('manager');
  await test.step('the manager sees it counted and opens the rows', async () => {
    await office.goto('/stats');
    const told = office.getByRole('link', { name: /told/i }).first();
    await expect(told).toBeVisible();
    const shown = Number(((await told.textContent()) ?? '').replace(/\D/g, ''));
    await told.click();
    await expect(office).toHaveURL(/reached=informed/);
    await expect(office.getByRole('search').getByRole('status')).toHaveText(
      `${shown.toLocaleString('en-US')} requests`,
    );
    await office.getByRole('searchbox').fill(firstName);
    await expect(office.getByRole('link', { name })).toBeVisible();
  });

  await test.step('the audit names every step', async () => {
    await office.goto(`/admin/audit?number=${number}`);
    const rows = office.getByRole('region', { name: 'Audit' });
    for (const done of [
      'request: submit',
      'request: move',
      'request: correct',
      'request: claim',
      'candidacy: decide',
      'contact: log',
      'note: write',
    ])
      await expect(rows).toContainText(done);
  });
  expect([...atDesk, ...inRoom, ...inOffice]).toEqual([]);
});
