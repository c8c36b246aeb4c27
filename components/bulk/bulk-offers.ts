import { type MoveOffer, offersOf } from '@/components/request/moves';
import type { WorklistItem } from '@/lib/domain/desk';
import type { Stage } from '@/lib/domain/stages';

/** Claims, decisions and dates of a consult are one person's each: never many at once. */
const IN_BULK = ['triage', 'awaiting_info', 'ready_for_review', 'closed'] as const satisfies readonly Stage[];
const WORDS = {
  triage: 'To triage',
  awaiting_info: 'Ask for more',
  ready_for_review: 'Ready for surgeon',
  closed: 'Close',
} as const;

export type BulkOffer = MoveOffer & { readonly able: number };

/** The steps that at least one of the rows can take, each with how many can; it asks for what any of them needs. */
export function bulkOffers(selected: readonly WorklistItem[]): readonly BulkOffer[] {
  return IN_BULK.flatMap((to) => {
    const able = selected.flatMap((row) => {
      const offer = offersOf(row).find((one) => one.to === to);
      return offer && row.stage !== 'in_review' ? [{ row, offer }] : [];
    });
    const hardest = able.find(({ offer }) => offer.wants !== 'nothing')?.offer ?? able[0]?.offer;
    if (!hardest) return [];
    const wants = hardest.wants === 'nothing' ? ('sure' as const) : hardest.wants;
    const ask = wants === 'sure' ? '' : hardest.ask;
    return [{ ...hardest, wants, words: WORDS[to], ask, able: able.length }];
  });
}
