import { expect, type Page, test } from '@playwright/test';
import { isAccessible } from './accessible';
import { LAST_NAME, signInAs, watch } from './desk';

test.use({ viewport: { width: 390, height: 844 } });

const go = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).last().click();
const answer = (page: Page, question: RegExp | string, words: string) =>
  page.getByRole('group', { name: question }).first().getByRole('radio', { name: words, exact: true }).check();

async function safe(page: Page, no: string, but: RegExp | null = null, other = '') {
  for (const question of await page.locator('fieldset:not([id*="_"])').all()) {
    const isThis = but?.test((await question.locator('legend').textContent()) ?? '');
    await question.getByRole('radio', { name: isThis ? other : no, exact: true }).check();
  }
}

const emergency = (page: Page) => page.getByRole('alert').filter({ hasText: '911', visible: true });

/** In another browser, which knows nothing of this one. */
async function elsewhere(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('no browser');
  return context.newPage();
}

test('a person with back pain asks for a review on a phone, sees the emergency words at once, and finds the own page', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const complaints = watch(page);
  await page.goto('/review-request');
  await go(page, 'Begin');

  await test.step('the picture and the list say the same', async () => {
    await page.getByRole('checkbox', { name: 'Lower back' }).first().focus();
    await page.keyboard.press('Space');
    await expect(page.locator('#places-lower_back')).toBeChecked();
    await page.locator('#places-leg_left').check();
    await expect(page.getByRole('checkbox', { name: 'Left leg' }).first()).toBeChecked();
    await isAccessible(page);
  });

  await test.step('what is left out is named, and what was typed stays', async () => {
    await page.getByLabel(/How long have you had/).fill('seven');
    await go(page, 'Next');
    await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([/worst\?/, /How long/, /How bad/]);
    await expect(page.getByLabel(/How long have you had/)).toHaveValue('seven');
    await expect(page.locator('#places-leg_left')).toBeChecked();
    await isAccessible(page);
    await page.getByLabel(/How long have you had/).fill('7');
    await answer(page, /Weeks, months/, 'Months');
    await answer(page, /worst\?/, 'Leg');
    await answer(page, /How bad/, '8');
    await go(page, 'Next');
  });

  await test.step('an emergency is answered on the spot, and once more before anything else', async () => {
    await expect(page.getByRole('heading', { name: 'Safety questions' })).toBeVisible();
    await expect(emergency(page)).toHaveCount(0);
    await answer(page, /leak stool/, 'Not sure');
    await expect(emergency(page)).toHaveText(/Call 911 or go to the nearest/);
    await safe(page, 'No', /leak stool/, 'Not sure');
    await isAccessible(page);
    await go(page, 'Next');
    await expect(page.getByRole('heading', { name: 'Get help now' })).toBeVisible();
    await isAccessible(page);
    await page.getByRole('link', { name: /Go on with my request/ }).click();
  });

  await test.step('the address of the form is the way back to it', async () => {
    await expect(page.getByRole('heading', { name: 'What have you tried?' })).toBeVisible();
    const again = await elsewhere(page);
    await again.goto(page.url().replace('tried', 'where'));
    await expect(again.locator('#places-leg_left')).toBeChecked();
    await again.context().close();
  });

  await answer(page, 'Stretching and exercise', 'Yes');
  await page
    .getByLabel(/For how many weeks/)
    .first()
    .fill('12');
  await answer(page, /Did it help/, 'A little');
  for (const kind of ['Physical therapy', 'Pain medicine', 'Injections in the spine', 'Heat or cold'])
    await answer(page, kind, 'No');
  await answer(page, /feel weak/, 'No');
  await answer(page, /feel numb in/, 'Yes');
  await isAccessible(page);
  await go(page, 'Next');

  await answer(page, /an MRI of/, 'Yes');
  await page.getByLabel('Month').fill('9');
  await page.getByLabel('Year').fill('2026');
  await answer(page, /surgery on/, 'No');
  await isAccessible(page);
  await go(page, 'Next');

  await page.getByLabel('First name').fill('Public');
  await page.getByLabel('Last name').fill(LAST_NAME);
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Day').fill('2');
  await page.getByLabel('Year').fill('1974');
  await answer(page, 'Sex at birth', 'Female');
  await page.getByRole('textbox', { name: /^Phone/ }).fill('305 555 0123');
  await page.getByLabel(/State where/).selectOption('FL');
  await answer(page, /reach you/, 'Phone call');
  await isAccessible(page);
  await go(page, 'Next');

  for (const consent of [/protects my health/, /may look at what I tell/, /keep my images/, /call me/])
    await page.getByRole('checkbox', { name: consent }).check();
  await isAccessible(page);
  await go(page, 'Next');

  await expect(page.getByRole('heading', { name: 'Check and send' })).toBeVisible();
  await expect(page.getByText('Lower back, Left leg')).toBeVisible();
  await isAccessible(page);
  await go(page, 'Send my request');

  const number = await test.step('the own page tells more to whoever knows the date of birth', async () => {
    await expect(page.getByText('Thank you. We have your request.')).toBeVisible();
    await expect(page.locator('body')).not.toContainText(LAST_NAME);
    await isAccessible(page);
    await page.getByLabel('Month').fill('3');
    await page.getByLabel('Day').fill('3');
    await page.getByLabel('Year').fill('1974');
    await go(page, 'Show more');
    await expect(page.getByText(/not the date of birth/)).toBeVisible();
    await page.getByLabel('Month').fill('3');
    await page.getByLabel('Day').fill('2');
    await page.getByLabel('Year').fill('1974');
    await go(page, 'Show more');
    await expect(page.getByRole('heading', { name: 'Hello, Public' })).toBeVisible();
    await isAccessible(page);
    await answer(page, 'Best way', 'Text message');
    await page.getByRole('checkbox', { name: 'Text message' }).check();
    await go(page, 'Save');
    await expect(page.getByText('Saved.')).toBeVisible();
    return /MR-\d+/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
  });

  await test.step('and the desk has it on top, with all that was told', async () => {
    const desk = await elsewhere(page);
    await signInAs(desk, 'coordinator2');
    await desk.goto('/requests?view=red-flags&sort=-received');
    await expect(desk.locator(`#row-${number}`)).toBeVisible();
    await desk.goto(`/requests/${number}`);
    await expect(desk.getByText('Received by web')).toBeVisible();
    await desk.context().close();
  });
  expect(complaints).toEqual([]);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole form goes through in Spanish', async ({ page }) => {
    await page.goto('/review-request');
    await page.getByRole('link', { name: 'Español' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await go(page, 'Empezar');
    await page.locator('#places-neck').check();
    await answer(page, /es peor/, 'Cuello');
    await answer(page, /Qué tan fuerte/, '6');
    await go(page, 'Siguiente');
    await answer(page, /escapan las heces/, 'Sí');
    await expect(emergency(page)).toHaveText(/Llame al 911 o vaya/);
    await safe(page, 'No');
    await expect(emergency(page)).toHaveCount(0);
    await go(page, 'Siguiente');
    for (const kind of [
      'Estiramientos y ejercicio',
      'Fisioterapia',
      'Medicina para el dolor',
      'Inyecciones en la columna',
      'Calor o frío',
      /débil una pierna/,
      /adormecida una pierna/,
    ])
      await answer(page, kind, 'No');
    await go(page, 'Siguiente');
    await answer(page, /una resonancia de/, 'No');
    await answer(page, /operado/, 'No');
    await go(page, 'Siguiente');
    await page.getByLabel('Nombre', { exact: true }).fill('Pública');
    await page.getByLabel('Apellido').fill(LAST_NAME);
    await page.getByLabel('Mes').fill('12');
    await page.getByLabel('Día').fill('31');
    await page.getByLabel('Año').fill('1960');
    await answer(page, 'Sexo al nacer', 'Masculino');
    await page.getByRole('textbox', { name: /^Teléfono/ }).fill('+1 786 555 0199');
    await answer(page, /contactamos/, 'Llamada');
    await go(page, 'Siguiente');
    for (const consent of [/protege mi información/, /puede ver lo que cuento/, /guardar mis imágenes/])
      await page.getByRole('checkbox', { name: consent }).check();
    await go(page, 'Siguiente');
    await expect(page.getByRole('heading', { name: 'Revisar y enviar' })).toBeVisible();
    await go(page, 'Enviar mi solicitud');
    await expect(page.getByText('Gracias. Tenemos su solicitud.')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  });
});
