import { deflateSync } from 'node:zlib';

/** A PDF as a printer would write it: one page for each text, in lines. */
export function aPdf(pages: readonly string[] = ['MRI of the lumbar spine']): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, nth) => `${4 + 2 * nth} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((text, nth) => {
      const shown = `BT /F 12 Tf 20 700 Td ${text
        .split('\n')
        .map((line) => `(${line}) Tj 0 -14 Td`)
        .join(' ')} ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * nth} 0 R>>`,
        `<</Length ${shown.length}>>\nstream\n${shown}\nendstream`,
      ];
    }),
  ];
  return whole(objects, '');
}

/** It asks for a password before it shows anything. */
export const aLockedPdf = () =>
  whole(
    ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>'],
    `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]`,
  );

function whole(objects: readonly string[], trailer: string): Buffer {
  let written = '%PDF-1.4\n';
  const places = objects.map((object, nth) => {
    const place = written.length;
    written += `${nth + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${written}${table}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${written.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A picture that says it is so wide and so high, and is grey. */
export function aPng(width = 4, height = 4): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = deflateSync(Buffer.alloc(Math.min(1_000, (width + 1) * height)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(sumOf(named));
  return Buffer.concat([length, named, sum]);
}

/** As PNG counts it (ISO 3309). */
function sumOf(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

export function aJpeg(width = 640, height = 480): Buffer {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    ...[0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 1, 2, 3, 4],
    ...[0xff, 0xd9],
  ]);
}
