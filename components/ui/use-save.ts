'use client';
import { useCallback, useRef, useState } from 'react';

export type Problem = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly current?: Readonly<Record<string, unknown>>;
};
export type Answer<O> = { readonly ok: true; readonly answer: O } | { readonly ok: false; readonly problem: Problem };
export type Action<O> = (input: unknown, key: string) => Promise<Answer<O>>;

const LOST: Problem = {
  code: 'not_sent',
  title: 'Not saved',
  detail: 'The clinic could not be reached. Nothing is lost: try again.',
  fields: [],
};
const SIGNED_OUT = 'You were signed out. Sign in again in another tab, then save here; what you typed stays.';

/** Calls a server action. The same input keeps its idempotency key, so that trying again can never save twice. */
export function useSave<O>(action: Action<O>) {
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sent = useRef({ body: '', key: '' });

  const save = useCallback(
    async (input: unknown): Promise<Answer<O>> => {
      const body = JSON.stringify(input);
      if (sent.current.body !== body) sent.current = { body, key: crypto.randomUUID() };
      setSaving(true);
      setSaved(false);
      const result = await action(input, sent.current.key).catch((): Answer<O> => ({ ok: false, problem: LOST }));
      setSaving(false);
      if (result.ok) sent.current = { body: '', key: '' };
      setSaved(result.ok);
      setProblem(result.ok ? null : worded(result.problem));
      return result;
    },
    [action],
  );
  const clear = useCallback(() => {
    setProblem(null);
    setSaved(false);
  }, []);
  return { save, isSaving, isSaved, problem, clear };
}

function worded(problem: Problem): Problem {
  return problem.code === 'unauthenticated' ? { ...problem, detail: SIGNED_OUT } : problem;
}
