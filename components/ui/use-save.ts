'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sayOwnChange } from '@/components/live/own-change';
import type { Answer, Problem } from '@/lib/domain/refusal';
import { untilBack } from './session-pause';
export type Action<O> = (input: unknown, key: string) => Promise<Answer<O>>;

const SLOW_AFTER = 300;

/** Calls a server action. The same input keeps its idempotency key, so that trying again can never save twice. */
export function useSave<O>(action: Action<O>) {
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isSlow = useSlow(isSaving);
  const sent = useRef({ body: '', key: '' });

  const save = useCallback(
    async (input: unknown): Promise<Answer<O>> => {
      const body = JSON.stringify(input);
      if (sent.current.body !== body) sent.current = { body, key: crypto.randomUUID() };
      setSaving(true);
      setSaved(false);
      const { key } = sent.current;
      const ask = () => action(input, key).catch((error: unknown): Answer<O> => ({ ok: false, problem: lost(error) }));
      let result = await ask();
      // The page asks for the password; the same save then goes on.
      if (!result.ok && result.problem.code === 'unauthenticated' && (await untilBack())) result = await ask();
      setSaving(false);
      if (result.ok) sent.current = { body: '', key: '' };
      if (result.ok) sayOwnChange();
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
  return { save, isSaving, isSlow, isSaved, problem, clear };
}

/** True once a wait is long enough to need a word. */
export function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = isWaiting ? setTimeout(() => setSlow(true), SLOW_AFTER) : undefined;
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isWaiting]);
  return isWaiting && isSlow;
}

/** An error with a digest reached the clinic and failed there; without one it never arrived, or the answer was lost. */
function lost(error: unknown): Problem {
  const id = (error as { digest?: string } | null)?.digest;
  const detail = id
    ? `Something went wrong at the clinic's end. Try again; if it stays, tell your administrator this id: ${id}`
    : 'The clinic could not be reached. Nothing you typed is lost: try again.';
  return { code: id ? 'unexpected' : 'not_sent', title: 'Not saved', detail, fields: [] };
}

function worded(problem: Problem): Problem {
  if (problem.code !== 'unauthenticated') return problem;
  return {
    ...problem,
    title: 'Not saved',
    detail: 'You were signed out. Sign in again in a new tab, then save here; what you typed stays.',
  };
}
