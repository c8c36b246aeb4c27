'use client';
import { useRouter } from 'next/navigation';
import { SideBySide } from '@/components/live/side-by-side';
import { useClinic } from '@/components/ui/clinic';
import type { DecisionShown } from '@/lib/domain/desk';
import classes from './decision.module.css';
import { type Draft, told } from './draft';
import { DecisionLines } from './earlier-decision';
import { keepForAmending } from './use-kept-draft';

type Props = {
  readonly number: string;
  readonly draft: Draft;
  readonly standing: DecisionShown;
  readonly now: string;
  readonly onLeave: () => void;
};

/** It was decided while this one was typed. What stands can be left, or amended with what was typed. */
export function DecisionConflict({ number, draft, standing, now, onLeave }: Props) {
  const { me } = useClinic();
  const router = useRouter();
  function amend() {
    keepForAmending(me.id, number, standing.version, draft);
    router.push(`/requests/${number}/amend`);
  }
  return (
    <SideBySide
      title="This request was decided while you typed"
      mine={<DecisionLines decision={{ ...told(draft), verdict: draft.verdict }} />}
      theirs={<DecisionLines decision={standing} />}
      by={{ name: standing.surgeon.name, at: standing.at }}
      now={now}
    >
      {standing.mayAmend && (
        <button type="button" className={classes.quiet} onClick={amend}>
          Amend it with mine
        </button>
      )}
      <button type="button" className={classes.quiet} onClick={onLeave}>
        Let it stand
      </button>
    </SideBySide>
  );
}
