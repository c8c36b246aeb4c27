import { pieceWords } from '@/components/duplicates/told-words';
import { said } from '@/components/request/words';
import { URGENCY_WORDS } from '@/components/ui/chip';
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
    case 'withdrawal_asked':
      return 'Asked to withdraw: call before it is closed';
    case 'raised':
      return `Raised to ${facts.urgency ? URGENCY_WORDS[facts.urgency.to].toLowerCase() : 'a graver class'}${reason ? `: “${reason}”` : ''}`;
    case 'reminded':
      return 'Reminded the person of what is missing';
    case 'acknowledged':
      return 'Has the red flag in hand';
    case 'escalated':
      return 'Nobody acknowledged the red flag in time: passed to the managers';
    case 'repeated':
    case 'merged':
    case 'unmerged':
      return wordsOfTwo({ event, to, reason, facts });
    case 'document_added':
      return `Added ${documentWords(facts)}${facts.other ? ` to ${facts.other}` : ''}`;
    case 'document_removed':
      return `Removed ${documentWords(facts)}${reason ? `, “${reason}”` : ''}`;
    case 'noted':
      return 'Wrote a note';
    case 'contacted':
      return 'Contacted the person';
  }
}

const documentWords = ({ document }: EventItem['facts']) =>
  ({ mri_report: 'an MRI report', insurance_card: 'an insurance card' })[document ?? 'mri_report'];

function items(missing: readonly MissingItem[]): string {
  return missing.map((item) => MISSING_WORDS[item]).join(', ');
}

/** Of one person who told twice. */
function wordsOfTwo({ event, to, reason, facts }: Pick<EventItem, 'event' | 'to' | 'reason' | 'facts'>): string {
  switch (event) {
    case 'repeated':
      return `Told again as ${facts.other}${facts.parts?.length ? `, otherwise in ${facts.parts.map((part) => said(part)).join(', ')}` : ', the same'}`;
    case 'merged':
      return to === 'closed' || !facts.parts
        ? `Merged into ${facts.other}`
        : `Merged with ${facts.other}${reason ? `, “${reason}”` : ''}`;
    default:
      return `Taken apart from ${facts.other}${facts.kept?.length ? `; changed since and kept: ${facts.kept.map((path) => pieceWords(path).toLowerCase()).join(', ')}` : ''}`;
  }
}
