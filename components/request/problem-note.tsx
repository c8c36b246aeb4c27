'use client';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import type { Problem } from '@/lib/domain/refusal';
import { STAGE_WORDS, type Stage } from '@/lib/domain/stages';
import { Notice } from './notice';

type Props = {
  readonly problem: Problem | null | undefined;
  /** The version on the screen now. */
  readonly version?: number;
  /** Paths whose message stands at a field already. */
  readonly shownAtFields?: readonly string[];
  readonly onUseCurrent?: () => void;
};

/** What went wrong, where the eye is. On a conflict nothing typed is lost: the data is read again under it. */
export function ProblemNote({ problem, version, shownAtFields = [], onUseCurrent }: Props) {
  const router = useRouter();
  if (!problem) return null;
  const readAgain = () => {
    onUseCurrent?.();
    router.refresh();
  };
  if (problem.code === 'conflict') return <Conflict problem={problem} version={version} onUseCurrent={readAgain} />;
  const others = problem.fields.filter(
    ({ path }) => !shownAtFields.some((shown) => path === shown || path.startsWith(`${shown}.`)),
  );
  const text = problem.fields.length === 0 ? problem.detail : others.map(({ message }) => message).join('; ');
  return <Notice tone="red">{text || 'Not saved: see the fields above.'}</Notice>;
}

function Conflict({
  problem,
  version = 0,
  onUseCurrent,
}: {
  problem: Problem;
  version?: number;
  onUseCurrent: () => void;
}) {
  const { version: now, stage } = (problem.current ?? {}) as { version?: number; stage?: Stage };
  if (now !== undefined && version >= now)
    return <Notice tone="green">This is the current version. What you typed is still here: save it again.</Notice>;
  return (
    <Notice tone="amber" title="Somebody else changed this first">
      {stage ? `It is now in ${STAGE_WORDS[stage].toLowerCase()}, version ${now}. ` : `${problem.detail} `}
      What you typed is kept.
      <div>
        <Button mt={6} size="compact-sm" variant="default" onClick={onUseCurrent}>
          Use the current version
        </Button>
      </div>
    </Notice>
  );
}

/** The message for a field; of one left empty it says no more than that it is needed. */
export function messageAt(problem: Problem | null | undefined, path: string, typed?: string): string | undefined {
  const message = problem?.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message;
  return message && typed === '' ? 'still needed' : message;
}
