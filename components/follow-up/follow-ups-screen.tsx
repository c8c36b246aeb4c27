'use client';
import { useLiveRefresh } from '@/components/live/use-live-refresh';
import { LinkButton } from '@/components/ui/link-button';
import { ListHead, ListProgress } from '@/components/ui/list-head';
import { Pill } from '@/components/ui/pill';
import { useGoing } from '@/components/ui/use-going';
import { type Action, useSlow } from '@/components/ui/use-save';
import type { FollowUpList } from '@/lib/domain/desk';
import classes from './follow-up.module.css';
import { FollowUpTable } from './follow-up-table';
import { NothingDue } from './nothing-due';

type Props = {
  readonly list: FollowUpList;
  readonly owner: string;
  readonly isFirst: boolean;
  readonly complete: Action<unknown>;
};

const OWNERS = [
  { owner: 'me', words: 'Mine' },
  { owner: 'nobody', words: "Nobody's" },
  { owner: 'all', words: "Everybody's" },
] as const;

/** What was promised for today or before, longest overdue first. */
export function FollowUpsScreen({ list, owner, isFirst, complete }: Props) {
  const { go, follow, isPending } = useGoing();
  const isSlow = useSlow(isPending);
  useLiveRefresh();
  const tabs = OWNERS.map((one) => ({ href: hrefOf(one.owner), words: one.words, isHere: one.owner === owner }));
  const person = list.staff.some(({ id }) => id === owner) ? owner : '';
  return (
    <>
      <ListHead title="Follow-ups" label="Whose follow-ups" tabs={tabs} onFollow={follow} />
      <div className={classes.bar}>
        <span>
          Due by tonight, owned by{' '}
          <Pill
            label="Owner"
            value={person}
            words={person ? undefined : OWNER_WORDS[owner]}
            choices={list.staff.map(({ id, name }) => ({ value: id, words: name }))}
            onPick={(id) => go(hrefOf(id))}
          />
        </span>
        <span role="status" className={classes.counts}>
          {isSlow ? (
            'Looking …'
          ) : (
            <>
              {list.overdue > 0 && <b className={classes.late}>{list.overdue} overdue</b>}{' '}
              <span>{list.today} today</span>
            </>
          )}
        </span>
      </div>
      <ListProgress isOn={isSlow} />
      {list.rows.length > 0 ? (
        <FollowUpTable list={list} isPending={isPending} complete={complete} />
      ) : (
        <NothingDue owner={owner} isFirst={isFirst} />
      )}
      {(list.nextCursor || !isFirst) && (
        <nav className={classes.pager} aria-label="Pages">
          {!isFirst && (
            <LinkButton isQuiet isSmall href={hrefOf(owner)} onClick={follow}>
              First page
            </LinkButton>
          )}
          {list.nextCursor && (
            <LinkButton isQuiet isSmall href={`${hrefOf(owner)}&cursor=${list.nextCursor}`} onClick={follow} rel="next">
              Next
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}

const OWNER_WORDS: Readonly<Record<string, string>> = { me: 'me', nobody: 'nobody', all: 'anyone' };
const hrefOf = (owner: string) => `/follow-ups?owner=${owner}`;
