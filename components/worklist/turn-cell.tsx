'use client';
import { useRouter } from 'next/navigation';
import { useClinic } from '@/components/ui/clinic';
import { PlainButton } from '@/components/ui/plain-button';
import { useSave } from '@/components/ui/use-save';
import type { WorklistItem } from '@/lib/domain/desk';
import type { Problem } from '@/lib/domain/refusal';
import { Dash } from './cells';
import type { RowActs } from './rows';
import { useRows } from './rows';
import classes from './worklist.module.css';

/** Whose turn it is; where it is nobody's yet, the way to make it yours. */
export function TurnCell({ item }: { item: WorklistItem }) {
  const { acts } = useRows();
  const { me } = useClinic();
  const take = useSave(acts.assign);
  const isMine = item.assignedTo?.id === me.id;
  const isFree = item.assignedTo === null && item.turn !== null;
  const mayTake = isFree && item.turn !== 'surgeon' && me.role === 'coordinator' && allows(item, 'request.assign');
  const mayRead = me.role === 'surgeon' && item.allowedActions.some(({ to }) => to === 'in_review');

  async function takeIt() {
    const result = await take.save({ number: item.number, version: item.version, staffId: me.id });
    if (result.ok) document.getElementById(`row-${item.number}`)?.focus();
  }
  return (
    <span className={classes.turn}>
      <TurnWords item={item} isMine={isMine} />
      {mayTake && (
        <PlainButton isQuiet isSmall onClick={takeIt} disabled={take.isSaving} aria-label={`Take it: ${item.number}`}>
          {take.isSlow ? 'Taking …' : 'Take it'}
        </PlainButton>
      )}
      {mayRead && <ReadIt item={item} move={acts.move} />}
      <span role="status" className={classes.done}>
        {take.isSaved && isMine ? '✓ taken' : ''}
      </span>
      <NotDone problem={take.problem} />
    </span>
  );
}

function TurnWords({ item: { turn, assignedTo }, isMine }: { item: WorklistItem; isMine: boolean }) {
  if (turn === null) return <Dash />;
  const owner = isMine ? 'You' : assignedTo?.name;
  if (turn === 'patient') return <>Person{owner && <span className={classes.sub}>{owner}</span>}</>;
  if (isMine) return <b className={classes.mine}>You</b>;
  return owner ? (
    <span>{owner}</span>
  ) : (
    <span className={classes.nobody}>{turn === 'surgeon' ? 'Any surgeon' : 'Nobody yet'}</span>
  );
}

/** Claims it for thirty minutes and opens the reading room. */
function ReadIt({ item, move }: { item: WorklistItem; move: RowActs['move'] }) {
  const router = useRouter();
  const { save, isSaving, isSlow, problem } = useSave(move);
  async function read() {
    const result = await save({ number: item.number, version: item.version, to: 'in_review' });
    if (result.ok) router.push('/review');
  }
  return (
    <>
      <PlainButton isQuiet isSmall onClick={read} disabled={isSaving} aria-label={`Read it: ${item.number}`}>
        {isSlow ? 'Opening …' : 'Read it'}
      </PlainButton>
      <NotDone problem={problem} />
    </>
  );
}

const SHORT: Readonly<Record<string, string>> = { conflict: 'Changed meanwhile', unauthenticated: 'Signed out' };

function NotDone({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <span role="alert" className={classes.late} title={problem.detail}>
      {SHORT[problem.code] ?? problem.title}
      <span className="unseen">. {problem.detail}</span>
      {problem.code === 'unauthenticated' && (
        <>
          {' '}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in
          </a>
        </>
      )}
    </span>
  );
}

function allows(item: WorklistItem, action: string): boolean {
  return item.allowedActions.some((one) => one.action === action);
}
