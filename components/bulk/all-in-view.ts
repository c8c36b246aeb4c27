import type { WorklistItem, WorklistPage } from '@/lib/domain/desk';

export const MOST_IN_BULK = 500;
const A_PAGE = 200;

/** The view's own filter, asked of the server again, page by page, up to five hundred rows. Null where it was not answered. */
export async function allInView(asked: URLSearchParams, view: string): Promise<readonly WorklistItem[] | null> {
  const question = new URLSearchParams(asked);
  for (const name of ['page', 'before', 'cursor', 'saved']) question.delete(name);
  question.set('view', view);
  question.set('limit', String(A_PAGE));
  const found: WorklistItem[] = [];
  while (found.length < MOST_IN_BULK) {
    const answer = await fetch(`/api/v1/requests?${question}`, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return null;
    const { items, nextCursor } = (await answer.json()) as WorklistPage;
    found.push(...items);
    if (!nextCursor) break;
    question.set('cursor', nextCursor);
  }
  return found.slice(0, MOST_IN_BULK);
}
