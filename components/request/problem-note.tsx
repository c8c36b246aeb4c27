'use client';
import { Alert, Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { STAGE_WORDS, type Stage } from '@/lib/domain/stages';
import type { Problem } from '@/components/ui/use-save';

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
  const others = problem.fields.filter(({ path }) => !shownAtFields.some((shown) => path === shown || path.startsWith(`${shown}.`)));
  const text = problem.fields.length === 0 ? problem.detail : others.map(({ message }) => message).join('; ');
  return <Alert color="red" variant="light" role="alert" p="xs">{text || 'Please mend the fields marked above.'}</Alert>;
}

function Conflict({ problem, version = 0, onUseCurrent }: { problem: Problem; version?: number; onUseCurrent: () => void }) {
  const { version: now, stage } = (problem.current ?? {}) as { version?: number; stage?: Stage };
  if (now !== undefined && version >= now)
    return <Alert color="green" variant="light" role="status" p="xs">This is the current version. What you typed is still here: save it again.</Alert>;
  return (
    <Alert color="orange" variant="light" role="alert" p="xs" title="Somebody else changed this first">
      {stage ? `It is now in ${STAGE_WORDS[stage].toLowerCase()}, version ${now}. ` : `${problem.detail} `}
      What you typed is kept.
      <div><Button mt={6} size="compact-sm" variant="default" onClick={onUseCurrent}>Use the current version</Button></div>
    </Alert>
  );
}

export function messageAt(problem: Problem | null | undefined, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message;
}
