import { said } from '@/components/request/words';
import { VERDICT_WORDS } from '@/lib/domain/candidacy';
import { MISSING_WORDS, type MissingItem } from '@/lib/domain/completeness';
import type { StreamItem } from '@/lib/domain/desk';
import { wordsFor } from '@/lib/domain/reasons';
import { STAGE_WORDS } from '@/lib/domain/stages';

type EventItem = Extract<StreamItem, { kind: 'event' }>;

/** What happened, as one says it after the name of who did it. */
export function eventWords({ event, from, to, reason, facts }: EventItem): string {
  switch (event) {
    case 'received':
      return `Received${facts.source ? ` by ${said(facts.source).toLowerCase()}` : ''}`;
    case 'moved':
      return [
        `${from ? `${STAGE_WORDS[from]} → ` : ''}${to ? STAGE_WORDS[to] : ''}`,
        facts.missing?.length && `asked for ${items(facts.missing)}`,
        facts.overridden?.length && `sent without ${items(facts.overridden)}`,
        reason && `“${wordsFor(reason)}”`,
      ]
        .filter(Boolean)
        .join(', ');
    case 'corrected':
      return `Changed ${(facts.parts ?? Object.keys(facts.before ?? {})).map((part) => said(part)).join(', ') || 'the file'}`;
    case 'assigned':
      return facts.staffName ? `Given to ${facts.staffName}` : 'Given to nobody';
    case 'tagged':
      return [
        facts.tagged?.length && `Tagged “${facts.tagged.join('”, “')}”`,
        facts.untagged?.length && `Took off the tag “${facts.untagged.join('”, “')}”`,
      ]
        .filter(Boolean)
        .join('. ');
    case 'undone':
      return `Undid the last step${to ? `, back to ${STAGE_WORDS[to].toLowerCase()}` : ''}`;
    case 'decided':
      return `Decided${facts.verdict ? `: ${VERDICT_WORDS[facts.verdict].toLowerCase()}` : ''}`;
    case 'amended':
      return `Amended the decision${facts.verdict ? `: ${VERDICT_WORDS[facts.verdict].toLowerCase()}` : ''}${reason ? `, “${reason}”` : ''}`;
    case 'follow_up_set':
      return 'Set a follow-up';
    case 'follow_up_done':
      return 'Did a follow-up';
    case 'noted':
      return 'Wrote a note';
    case 'contacted':
      return 'Contacted the person';
  }
}

function items(missing: readonly MissingItem[]): string {
  return missing.map((item) => MISSING_WORDS[item]).join(', ');
}
