import { Alert } from '@mantine/core';
import type { Problem } from '@/lib/domain/refusal';

/** What no field shows. */
export function ProblemLine({ problem, shown = [] }: { problem: Problem | null; shown?: readonly string[] }) {
  if (!problem) return null;
  const others = problem.fields.filter(({ path }) => !shown.includes(path));
  if (problem.fields.length > 0 && others.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert" p="xs">
      {problem.detail}
    </Alert>
  );
}

export function messageAt(problem: Problem | null, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path)?.message;
}
