import { saidNumber } from './request';
/** Files beside a request: what is taken, by the bytes themselves and never by what the sender calls them. */
export const DOCUMENT_KINDS = ['mri_report', 'insurance_card'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const CONTENT_TYPES = ['application/pdf', 'text/plain', 'image/png', 'image/jpeg'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];
export const DOCUMENT_CHANNELS = ['staff', 'status_page'] as const;
export type DocumentChannel = (typeof DOCUMENT_CHANNELS)[number];

export const KIND_WORDS: Record<DocumentKind, string> = { mri_report: 'MRI report', insurance_card: 'Insurance card' };
const OF_KIND: Record<DocumentKind, readonly ContentType[]> = {
  mri_report: ['application/pdf', 'text/plain'],
  insurance_card: ['image/png', 'image/jpeg'],
};
/** What a file chooser offers. */
export const ACCEPT: Record<DocumentKind, string> = {
  mri_report: '.pdf,.txt,application/pdf,text/plain',
  insurance_card: '.png,.jpg,.jpeg,image/png,image/jpeg',
};
/** What a person is given to save: a name of ours, never theirs. */
export const EXTENSIONS: Record<ContentType, string> = {
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

const MB = 1_000_000;
export const MOST_BYTES: Record<ContentType, number> = {
  'application/pdf': 20 * MB,
  'text/plain': MB,
  'image/png': 15 * MB,
  'image/jpeg': 15 * MB,
};
export const MOST_PIXELS = 40_000_000;
export const MOST_PAGES = 200;
export const MOST_TEXT = 100_000;
/** A person's own page takes so many in all; a desk, so many that stand. */
export const MOST_BY_PERSON = 20;
export const MOST_STANDING = 60;

/** Why a file is not taken. */
export const FILE_FAULTS = [
  'empty',
  'too_large',
  'too_many_pixels',
  'too_many_pages',
  'locked',
  'broken',
  'not_taken',
  'wrong_kind',
  'too_many',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];
export const FAULT_WORDS: Record<FileFault, string> = {
  empty: 'This file is empty: choose another.',
  too_large: 'This file is too large: a PDF may have 20 MB, a picture 15 MB, a text 1 MB.',
  too_many_pixels: 'This picture has more than 40 megapixels: send a smaller one.',
  too_many_pages: `This PDF has more than ${MOST_PAGES} pages: send the report alone.`,
  locked: 'This PDF asks for a password: save it without one and send it again.',
  broken: 'This file is damaged or incomplete: send it again, or another copy.',
  not_taken: 'Only PDF or plain text for a report, and PNG or JPEG for an insurance card, are taken.',
  wrong_kind: 'A report is a PDF or plain text, an insurance card a PNG or JPEG picture: choose the kind that fits.',
  too_many: 'This request holds as many files as it can: remove one first.',
};

/** Does what the file turned out to be fit what it is said to be? */
export const fits = (kind: DocumentKind, type: ContentType) => OF_KIND[kind].includes(type);

/** What a sender calls a file, as one short line to be shown: no folders, no signs that turn or hide text. */
export function titleFrom(said: string, kind: DocumentKind): string {
  const last = said.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(plain).slice(0, 120).join('') || KIND_WORDS[kind];
}

/** The name under which a file leaves: number, kind and our own ending. */
export function fileNameFor(number: string, kind: DocumentKind, type: ContentType, id: string): string {
  return `${number}-${kind.replace('_', '-')}-${id.slice(-6)}.${EXTENSIONS[type]}`;
}

/** Bytes as people read them. */
export const sizeToSay = (bytes: number) =>
  bytes < 1_000 ? `${bytes} B` : bytes < MB ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / MB).toFixed(1)} MB`;

export type DocumentShown = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly contentType: ContentType;
  readonly sizeBytes: number;
  readonly title: string;
  /** Null: it could not be read. Empty: there is none in it. */
  readonly text: string | null;
  readonly pages: number | null;
  readonly channel: DocumentChannel;
  /** Null: the person. */
  readonly addedBy: string | null;
  readonly addedAt: string;
  /** The number it stands under, where that one was merged into this. */
  readonly of: string | null;
};

export type DocumentRow = Omit<DocumentShown, 'addedAt' | 'of'> & {
  readonly addedAt: Date;
  readonly of: number | null;
};

/** As it leaves the house. */
export const documentShown = ({ addedAt, of, ...row }: DocumentRow): DocumentShown => ({
  ...row,
  addedAt: addedAt.toISOString(),
  of: of === null ? null : saidNumber(of),
});
