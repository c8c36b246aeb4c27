import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MOST_PAGES, MOST_TEXT } from '@/lib/domain/documents';

/** `unread`: it may be a PDF, and its text stays unknown. */
export type PdfRead = {
  readonly fault?: 'locked' | 'broken' | 'too_many_pages' | 'unread';
  readonly pages?: number;
  readonly text?: string;
};

const SECONDS = 15;
const MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** One after the other: each takes memory of its own. */
let last: Promise<unknown> = Promise.resolve();

/** What stands in a PDF, page breaks as form feeds. Whatever the file does, it answers within seconds. */
export function readPdf(bytes: Uint8Array, seconds = SECONDS): Promise<PdfRead> {
  const mine = last.then(() => readNow(bytes, seconds));
  last = mine;
  return mine;
}

function readNow(bytes: Uint8Array, seconds: number): Promise<PdfRead> {
  return new Promise((resolve) => {
    let known: PdfRead = { fault: 'unread' };
    // Read from where it stands: the build does not pack it.
    const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'lib/adapters/pdf-text.mjs'), {
      workerData: { bytes: new Uint8Array(bytes), mostPages: MOST_PAGES, mostText: MOST_TEXT },
      resourceLimits: MEMORY,
      // Nothing of ours is its to see, and nothing it says is ours to log.
      env: {},
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const end = () => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(known);
    };
    const timer = setTimeout(end, seconds * 1_000);
    worker.on('message', ({ isLast, ...told }: PdfRead & { isLast?: true }) => {
      known = isLast ? cleaned(told) : { fault: 'unread', ...told };
      if (isLast) end();
    });
    worker.on('error', end);
    worker.on('exit', end);
  });
}

/** PostgreSQL keeps no NUL, and no half of a character. */
const cleaned = (told: PdfRead): PdfRead =>
  told.text === undefined
    ? told
    : { ...told, text: told.text.replaceAll('\0', '').slice(0, MOST_TEXT).toWellFormed().trim() };
