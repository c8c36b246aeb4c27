import type { WorklistItem, WorklistPage } from '@/lib/domain/desk';

/** The rows as they stand on the page: red flags on top, each once. */
export function rowsOf({ pinned, items }: Pick<WorklistPage, 'pinned' | 'items'>): readonly WorklistItem[] {
  return [...new Map([...pinned, ...items].map((item) => [item.id, item])).values()];
}
