import { type ContentType, type FileFault, MOST_BYTES, MOST_PIXELS } from './documents';

/** What the bytes are, or why they are not taken. */
export type Told = { readonly type: ContentType } | { readonly fault: FileFault };

const at = (bytes: Uint8Array, place: number) => bytes[place] ?? 0;
const startsWith = (bytes: Uint8Array, ...magic: readonly number[]) => magic.every((byte, n) => bytes[n] === byte);
const latin = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const u16 = (bytes: Uint8Array, place: number) => at(bytes, place) * 256 + at(bytes, place + 1);
const u32 = (bytes: Uint8Array, place: number) => u16(bytes, place) * 65_536 + u16(bytes, place + 2);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const HEAD = 1_024;
/** Longer than the end of a PDF may trail, shorter than anything that could be a file of its own. */
const TAIL = 2_048;

/** Looks at the bytes alone: a type that was declared is never believed. One file is one thing: what reads as two is refused. */
export function toldByBytes(bytes: Uint8Array): Told {
  if (bytes.length === 0) return { fault: 'empty' };
  const type = typeOf(bytes);
  if (!type) return { fault: 'not_taken' };
  if (bytes.length > MOST_BYTES[type]) return { fault: 'too_large' };
  if (type === 'application/pdf') return isWholePdf(bytes) ? { type } : { fault: 'broken' };
  if (type === 'text/plain') return { type };
  const size = type === 'image/png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  if (!size || size.width < 1 || size.height < 1) return { fault: 'broken' };
  return size.width * size.height > MOST_PIXELS ? { fault: 'too_many_pixels' } : { type };
}

function typeOf(bytes: Uint8Array): ContentType | null {
  const pdfAt = latin(bytes.subarray(0, HEAD)).indexOf('%PDF-');
  const isPng = startsWith(bytes, ...PNG);
  const isJpeg = startsWith(bytes, 0xff, 0xd8, 0xff);
  if (pdfAt >= 0)
    return isPng || isJpeg || !isHarmless(bytes.subarray(0, pdfAt)) || hasZip(bytes) ? null : 'application/pdf';
  if (isPng || isJpeg) return hasZip(bytes) ? null : isPng ? 'image/png' : 'image/jpeg';
  return isPlainText(bytes) ? 'text/plain' : null;
}

/** Printers put a line of their own before a PDF; anything a browser or archiver would read is no such line. */
const isHarmless = (before: Uint8Array) => !/[<\0]|^(GIF8|PK|Rar!|7z|BM|MZ|II\*|MM|\x7fELF|#!)/.test(latin(before));

/** The end of an archive may stand behind any file. */
function hasZip(bytes: Uint8Array): boolean {
  for (let place = Math.max(0, bytes.length - 65_557); place < bytes.length - 3; place++)
    if (startsWith(bytes.subarray(place, place + 4), 0x50, 0x4b, 0x05, 0x06)) return true;
  return false;
}

function isWholePdf(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && [0, 9, 10, 13, 32].includes(at(bytes, end - 1))) end--;
  return latin(bytes.subarray(Math.max(0, end - TAIL), end)).includes('%%EOF');
}

/** Text that a browser would take for a page is not text. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length > MOST_BYTES['text/plain'])
    return !bytes.subarray(0, HEAD).includes(0) && isPlainText(bytes.subarray(0, HEAD));
  const text = textIn(bytes);
  if (text === null) return false;
  const start = text.slice(0, HEAD).trimStart().toLowerCase();
  const isMarkup =
    /^<(!--|!doctype|\?xml|html|head|body|script|svg|iframe|meta|style|img|object|embed|link|table|a\b|div|p\b|h1)/;
  return !isMarkup.test(start) && !/<(script|svg|html|iframe)[\s>]/i.test(text) && !/^(gif8|%!ps|\{\\rtf)/.test(start);
}

/** UTF-8, or what Windows wrote before it; null where it is no text. Control signs other than line ends, tabs and page breaks are none. */
export function textIn(bytes: Uint8Array): string | null {
  const modern = new TextDecoder('utf-8').decode(bytes);
  const text = modern.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : modern;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  return /[\x00-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]/.test(text) ? null : text;
}

/** Chunk after chunk to its end, with nothing behind it. Width and height as told by the first one. */
function sizeOfPng(bytes: Uint8Array) {
  if (u32(bytes, 8) !== 13 || latin(bytes.subarray(12, 16)) !== 'IHDR') return null;
  let place = PNG.length;
  while (place + 12 <= bytes.length) {
    const name = latin(bytes.subarray(place + 4, place + 8));
    place += 12 + u32(bytes, place);
    if (name === 'IEND') return place === bytes.length ? { width: u32(bytes, 16), height: u32(bytes, 20) } : null;
  }
  return null;
}

/** Segment after segment to the one that tells the size; the picture must have an end. Phones write more behind it. */
function sizeOfJpeg(bytes: Uint8Array) {
  let place = 2;
  let size: { width: number; height: number } | null = null;
  while (place + 9 < bytes.length && at(bytes, place) === 0xff) {
    const marker = at(bytes, place + 1);
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) size = { height: u16(bytes, place + 5), width: u16(bytes, place + 7) };
    place += 2 + u16(bytes, place + 2);
    if (marker === 0xda) return hasEnd(bytes, place) ? size : null;
  }
  return null;
}

function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let place = bytes.length - 2; place >= from; place--)
    if (at(bytes, place) === 0xff && at(bytes, place + 1) === 0xd9) return true;
  return false;
}
