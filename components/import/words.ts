import type { Tone } from '@/components/ui/chip';
import type { ImportState } from '@/lib/domain/imports';

export const STATE_WORDS: Record<ImportState, string> = {
  uploading: 'Uploading',
  reading: 'Reading',
  failed: 'Cannot be read',
  uploaded: 'Columns to choose',
  checking: 'Checking',
  checked: 'Checked',
  storing: 'Storing',
  stored: 'Stored',
  undoing: 'Undoing',
  undone: 'Undone',
};
export const STATE_TONES: Record<ImportState, Tone> = {
  uploading: 'grey',
  reading: 'blue',
  failed: 'red',
  uploaded: 'amber',
  checking: 'blue',
  checked: 'amber',
  storing: 'blue',
  stored: 'green',
  undoing: 'blue',
  undone: 'grey',
};

export const many = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;
