import type { Action } from '@/components/ui/use-save';
import type { ImportState } from '@/lib/domain/imports';

export type UploadActs = {
  readonly begin: Action<{ batchId: string }>;
  readonly end: Action<{ batchId: string; isRepeat: boolean }>;
};
export type ImportActs = {
  readonly check: Action<{ state: ImportState }>;
  readonly store: Action<{ state: ImportState }>;
  readonly undo: Action<{ state: ImportState }>;
  readonly drop: Action<{ dropped: string }>;
};
