// Reads one PDF in a thread of its own: whatever a hostile file does ends with the thread.
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const { bytes, mostPages, mostText } = workerData;

/** Lines as they stand on the page. */
async function textOf(page) {
  const { items } = await page.getTextContent({ disableNormalization: false });
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

async function read() {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages = document.numPages;
  if (pages > mostPages) return { fault: 'too_many_pages', pages };
  parentPort.postMessage({ pages });
  const read = [];
  let length = 0;
  for (let nth = 1; nth <= pages && length < mostText; nth++) {
    const text = (await textOf(await document.getPage(nth))).trim();
    read.push(text);
    length += text.length + 1;
  }
  return { pages, text: read.join('\f') };
}

const FAULTS = { PasswordException: 'locked', InvalidPDFException: 'broken', MissingPDFException: 'broken' };

read().then(
  (told) => parentPort.postMessage({ ...told, isLast: true }),
  (error) => parentPort.postMessage({ fault: FAULTS[error?.name] ?? 'unread', isLast: true }),
);
