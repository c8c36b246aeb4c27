'use client';
import { LinkButton } from '@/components/ui/link-button';
import { Nothing } from '@/components/ui/nothing';
import { VIEW_WORDS, type View } from '@/lib/domain/desk';
import { isFiltered } from './question';
import type { Question } from './use-question';

const EMPTY: Record<View, { readonly title: string; readonly more: string }> = {
  'red-flags': {
    title: 'No red flags open. Good.',
    more: 'A red flag would stand here, and on top of every other list, until a clinician has decided.',
  },
  new: { title: 'Nothing new', more: 'Every request that came in has been opened by somebody.' },
  mine: { title: 'Your queue is empty', more: 'Take something from New, or look at what nobody owns yet.' },
  'awaiting-info': {
    title: 'Nobody owes us anything',
    more: 'Requests stand here while a person or a clinic sends what is missing.',
  },
  ready: { title: 'Nothing waits for a surgeon', more: 'Complete files stand here until a surgeon takes them.' },
  'follow-ups-due': {
    title: 'No follow-up is due today',
    more: 'Calls and letters that were planned stand here on their day.',
  },
  all: { title: 'No requests yet', more: 'They arrive from the web form, by phone, from referrers or by import.' },
};

type Props = { readonly question: Question; readonly isUnderFlags: boolean; readonly search: string | null };

/** Nothing in the view, or nothing that fits the filter: two different things. */
export function NothingFound({ question, isUnderFlags, search }: Props) {
  const { asked, view } = question;
  const find = asked.get('find') ?? '';
  if (!isFiltered(asked)) {
    const { title, more } = EMPTY[view];
    if (isUnderFlags && view === 'red-flags') return null;
    return (
      <Nothing
        title={isUnderFlags ? `${title}, apart from the red flags` : title}
        act={
          view === 'mine' && (
            <LinkButton isQuiet href="/requests?view=new">
              Look at New
            </LinkButton>
          )
        }
      >
        {more}
      </Nothing>
    );
  }
  return (
    <Nothing
      title={search ? `Nobody found for “${search}”` : 'No request matches'}
      act={
        <>
          {search && view !== 'all' && (
            <LinkButton href={`/requests?${new URLSearchParams({ view: 'all', find })}`}>
              Search all requests
            </LinkButton>
          )}
          <LinkButton isQuiet href={`/requests?view=${view}`}>
            Clear filters
          </LinkButton>
        </>
      }
    >
      {isUnderFlags ? 'The red flags above stay whatever the filter. ' : ''}
      {view === 'all'
        ? 'Try fewer filters, or part of a name, a phone number or an MR-number.'
        : `Only “${VIEW_WORDS[view]}” was looked through.`}
    </Nothing>
  );
}
