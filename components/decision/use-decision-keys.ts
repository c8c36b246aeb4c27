'use client';
import { useKeys } from '@/components/keys/use-keys';
import { VERDICTS, type Verdict } from '@/lib/domain/candidacy';

type Keys = { readonly onVerdict: (verdict: Verdict) => void; readonly onSave: () => void };

/** 1-5 choose, unless something is being typed; ctrl or cmd with enter saves from anywhere. */
export function useDecisionKeys({ onVerdict, onSave }: Keys) {
  useKeys({
    verdict: (event) => {
      const verdict = VERDICTS[Number(event?.key) - 1];
      if (!verdict) return false;
      onVerdict(verdict);
    },
    save: () => onSave(),
  });
}
