'use client';
import { LinkButton } from '@/components/ui/link-button';
import { Nothing } from '@/components/ui/nothing';

/** An empty list is good news, and says whose. */
export function NothingDue({ owner, isFirst }: { owner: string; isFirst: boolean }) {
  if (!isFirst)
    return (
      <Nothing
        title="That was the last of them"
        act={
          <LinkButton isQuiet href={`/follow-ups?owner=${owner}`}>
            First page
          </LinkButton>
        }
      />
    );
  if (owner === 'me')
    return (
      <Nothing
        title="Nothing of yours is due"
        act={
          <LinkButton isQuiet href="/follow-ups?owner=all">
            Look at everybody's
          </LinkButton>
        }
      >
        Calls and letters you plan on a request stand here on their day.
      </Nothing>
    );
  if (owner === 'nobody')
    return <Nothing title="Every follow-up due has an owner">What nobody has taken would stand here.</Nothing>;
  return <Nothing title="Nothing is due">Calls and letters planned on a request stand here on their day.</Nothing>;
}
