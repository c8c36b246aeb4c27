import { findChromium } from './chromium.mjs';
import { inRoot, say } from './place.mjs';

/** npm run screenshots: the README's two pictures, from a running demo (DEMO_URL, default http://127.0.0.1:3000). */
const url = process.env.DEMO_URL ?? 'http://127.0.0.1:3000';
const { chromium } = await import('@playwright/test');
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-background-networking'],
});

async function take(email, path, file, colorScheme, prepare = async () => {}) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    timezoneId: 'America/New_York',
  });
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('foramen-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'));
  await page.goto(url + path);
  await prepare(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: inRoot('docs', file) });
  await page.close();
  say(`docs/${file}`);
}

await take('coordinator@demo.clinic', '/requests?view=mine', 'worklist.png', 'light');
await take('surgeon@demo.clinic', '/review', 'review.png', 'dark', async (page) => {
  const next = page.getByRole('button', { name: /take the next/i });
  if (await next.isVisible()) await next.click();
  await page.getByRole('button', { name: /save & next/i }).waitFor();
});
await browser.close();
