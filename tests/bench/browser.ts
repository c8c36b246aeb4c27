import { chromium } from '@playwright/test';

const base = process.env.DESK_URL ?? '';
export type PageLoad = { readonly page: string; readonly kilobytes: number };

/** JavaScript as it travels on a first load, in thousands of bytes, page by page, and how long until fifty rows stand there, and two hundred. */
export async function browse(number: string): Promise<{ loads: PageLoad[]; rowsAfter: number[]; longAfter: number[] }> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const loads: PageLoad[] = [];
    for (const [person, path] of [
      ['', '/sign-in'],
      ['coordinator', '/requests?view=all'],
      ['coordinator', `/requests/${number}`],
      ['coordinator', '/follow-ups'],
      ['surgeon', '/review'],
      ['manager', '/stats'],
    ] as const)
      loads.push({ page: path.replace(number, '[number]'), kilobytes: await scriptsOf(browser, person, path) });
    const rowsAfter: number[] = [];
    const longAfter: number[] = [];
    for (let round = 0; round < 5; round++) {
      rowsAfter.push(await rowsVisible(browser, 50));
      longAfter.push(await rowsVisible(browser, 200));
    }
    return { loads, rowsAfter, longAfter };
  } finally {
    await browser.close();
  }
}

type Browser = Awaited<ReturnType<typeof chromium.launch>>;

/** Signed in with nothing kept from the pages seen on the way. */
async function fresh(browser: Browser, person: string) {
  const first = await browser.newContext();
  if (person) {
    const page = await first.newPage();
    await page.goto(`${base}/sign-in`);
    await page.getByLabel('E-mail').fill(`${person}@demo.clinic`);
    await page.getByLabel('Password', { exact: true }).fill('foramen-demo');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }
  const storageState = await first.storageState();
  await first.close();
  return browser.newContext({ storageState });
}

async function scriptsOf(browser: Browser, person: string, path: string): Promise<number> {
  const context = await fresh(browser, person);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ type, requestId }) => void (type === 'Script' && scripts.add(requestId)));
  // The bodies as they travel, packed; the headers of each answer, its policy among them, are no JavaScript.
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(base + path, { waitUntil: 'load' });
  // The line to the desk's events stays open: the network is never idle.
  await page.waitForTimeout(2_000);
  await context.close();
  return bytes / 1_000;
}

async function rowsVisible(browser: Browser, rows: number): Promise<number> {
  const context = await fresh(browser, 'coordinator');
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(`${base}/requests?view=all&limit=${rows}`, { waitUntil: 'commit' });
  await page.waitForFunction((least) => document.querySelectorAll('tbody tr').length >= least, rows);
  const took = performance.now() - began;
  await context.close();
  return took;
}
