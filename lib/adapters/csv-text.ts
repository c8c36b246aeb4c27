export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What Windows-1252 has where Latin-1 has control characters; Node's own decoder took them for Latin-1 in some versions. */
const FROM_0X80 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/** Bytes as text, piece by piece. The first piece that is not plain ASCII says which encoding it is, unless a byte order mark does; what cannot be read becomes U+FFFD, and so does a NUL. */
export class Decoder {
  private decoder: TextDecoder | null = null;
  encoding: Encoding = 'utf-8';
  private isBegun = false;
  private isLatin = false;

  text(bytes: Uint8Array): string {
    if (!this.isBegun) this.begin(bytes);
    if (!this.decoder && !this.isLatin && !isAscii(bytes)) this.choose(bytes);
    return this.decode(bytes).replaceAll('\u0000', '\uFFFD');
  }

  /** What was left of the last character. */
  end(): string {
    return this.decoder?.decode() ?? '';
  }

  private begin(bytes: Uint8Array) {
    this.isBegun = true;
    const [first, second, third] = bytes;
    if (first === 0xff && second === 0xfe) this.encoding = 'utf-16le';
    else if (first === 0xfe && second === 0xff) this.encoding = 'utf-16be';
    else if (!(first === 0xef && second === 0xbb && third === 0xbf)) return;
    this.decoder = new TextDecoder(this.encoding);
  }

  /** Accents of Windows-1252 are hardly ever valid UTF-8; one broken character in a file of UTF-8 is only that. */
  private choose(bytes: Uint8Array) {
    const tried = new TextDecoder('utf-8').decode(bytes, { stream: true });
    const broken = tried.match(/\uFFFD/g)?.length ?? 0;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
    const whole = (tried.match(/[^\u0000-\u007f]/gu)?.length ?? 0) - broken;
    this.isLatin = broken > whole;
    if (this.isLatin) this.encoding = 'windows-1252';
    else this.decoder = new TextDecoder('utf-8');
  }

  private decode(bytes: Uint8Array): string {
    if (this.decoder) return this.decoder.decode(bytes, { stream: true });
    const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return this.isLatin
      ? latin.replace(/[\u0080-\u009f]/g, (sign) => FROM_0X80[sign.charCodeAt(0) - 0x80] ?? '\uFFFD')
      : latin;
  }
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);
