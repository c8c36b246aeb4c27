'use client';
import { useEffect, useState } from 'react';
import { type Draft, isSame } from './draft';

/** In memory only: what was typed outlives a walk to another page, and ends with the tab. */
const kept = new Map<string, Draft>();

export function isKept(key: string): boolean {
  return kept.has(key);
}

/** For the next form that asks under this key. */
export function keep(key: string, draft: Draft) {
  kept.set(key, draft);
}

export function forget(key: string) {
  kept.delete(key);
}

/** The draft under `key`; leaving the site with something unsaved asks first. */
export function useKeptDraft(key: string, start: Draft) {
  const [draft, setDraft] = useState(() => kept.get(key) ?? start);
  const isDirty = !isSame(draft, start);

  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  function change(part: Partial<Draft>) {
    setDraft((before) => {
      const after = { ...before, ...part };
      if (isSame(after, start)) kept.delete(key);
      else kept.set(key, after);
      return after;
    });
  }
  return { draft, change, isDirty };
}
