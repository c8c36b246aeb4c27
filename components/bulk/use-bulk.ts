'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { sayOwnChange } from '@/components/live/own-change';
import type { WorklistItem } from '@/lib/domain/desk';
import type { Answer, Problem } from '@/lib/domain/refusal';
import type { EachAction } from './acts';

const AT_ONCE = 25;

export type Row = Pick<WorklistItem, 'number' | 'version'> & { readonly name: string };
export type Outcome = 'done' | 'refused' | 'changed' | 'unsent';
export type Result = { readonly row: Row; readonly outcome: Outcome; readonly why: string; readonly answer?: unknown };
export type Task = {
  readonly words: string;
  readonly act: EachAction;
  readonly rows: readonly Row[];
  readonly say: (row: Row) => unknown;
  /** Not even tried, and why. */
  readonly spared?: readonly { readonly row: Row; readonly why: string }[];
};
type Progress = {
  readonly words: string;
  readonly total: number;
  readonly results: readonly Result[];
  readonly isRunning: boolean;
};

export const rowOf = ({ number, version, person }: WorklistItem): Row => ({ number, version, name: person.name });

/** Goes through the rows some at a time; every row is told for itself, and what one is refused does not stop the others. */
export function useBulk() {
  const router = useRouter();
  const [progress, setProgress] = useState<Progress | null>(null);

  async function run({ words, act, rows, say, spared = [] }: Task): Promise<readonly Result[]> {
    const results: Result[] = spared.map((one) => ({ ...one, outcome: 'refused' }));
    const told = (isRunning: boolean) =>
      setProgress({ words, total: rows.length + spared.length, results: [...results], isRunning });
    told(true);
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      const answer = await act(some.map(say), crypto.randomUUID()).catch(() => null);
      results.push(...some.map((row, at) => resultOf(row, answer?.ok ? answer.answer[at] : undefined, answer)));
      told(true);
      if (!answer?.ok) {
        results.push(...rows.slice(from + AT_ONCE).map((row) => resultOf(row, undefined, answer)));
        break;
      }
    }
    told(false);
    sayOwnChange();
    router.refresh();
    return results;
  }
  return { progress, run, dismiss: () => setProgress(null) };
}
export type Bulk = ReturnType<typeof useBulk>;

function resultOf(row: Row, answer: Answer<unknown> | undefined, whole: Answer<unknown> | null): Result {
  if (answer?.ok) return { row, outcome: 'done', why: '', answer: answer.answer };
  if (answer) {
    const { code, detail, fields } = answer.problem;
    if (code === 'conflict') return { row, outcome: 'changed', why: 'somebody changed it meanwhile' };
    return { row, outcome: 'refused', why: said({ code, detail, fields }) };
  }
  const why =
    whole && !whole.ok ? whole.problem.title : 'the clinic could not be reached; look at the row before you try again';
  return { row, outcome: 'unsent', why };
}

function said({ code, detail, fields }: Pick<Problem, 'code' | 'detail' | 'fields'>): string {
  if (code === 'illegal_move') return 'does not go there from its stage';
  return fields.map(({ message }) => message).join('; ') || detail;
}
