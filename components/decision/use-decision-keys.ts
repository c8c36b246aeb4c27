'use client';
import { useEffect, useEffectEvent } from 'react';
import { VERDICTS, type Verdict } from '@/lib/domain/candidacy';

type Keys = { readonly onVerdict: (verdict: Verdict) => void; readonly onSave: () => void };

/** 1-5 choose, unless something is being typed; ctrl or cmd with enter saves from anywhere. */
export function useDecisionKeys({ onVerdict, onSave }: Keys) {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || document.querySelector('[role="dialog"]')) return;
    const isMod = event.ctrlKey || event.metaKey;
    if (isMod && event.key === 'Enter') {
      event.preventDefault();
      return onSave();
    }
    const verdict = VERDICTS[Number(event.key) - 1];
    if (isMod || event.shiftKey || !verdict || isTyping(event.target)) return;
    event.preventDefault();
    onVerdict(verdict);
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isText = target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type);
  return (
    isText || target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
