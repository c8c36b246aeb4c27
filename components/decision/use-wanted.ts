'use client';
import { useState } from 'react';
import type { Problem, Field as Wanted } from '@/lib/domain/refusal';
import type { Draft } from './draft';

/** What was refused, without the parts touched since: those may be right by now. */
export function useWanted(problem: Problem | null) {
  const [touched, setTouched] = useState<{ of: Problem | null; parts: readonly string[] }>({ of: null, parts: [] });
  const parts = touched.of === problem ? touched.parts : [];
  const wanted: Wanted[] = parts.includes('verdict')
    ? []
    : (problem?.fields ?? []).filter(({ path }) => !parts.includes(path.split('.')[0] ?? path));
  return {
    wanted,
    /** Null once every mark is gone. */
    standing: problem && problem.fields.length > 0 && wanted.length === 0 ? null : problem,
    touch: (part: Partial<Draft>) => setTouched({ of: problem, parts: [...parts, ...Object.keys(part)] }),
  };
}
