'use client';
import type { ReactNode } from 'react';
import type { KeptDraft } from '@/lib/domain/drafts';
import { KeptDrafts } from './use-draft';

/** The page's forms find in it what was left half-written. */
export function DraftsKept({ drafts, children }: { drafts: readonly KeptDraft[]; children: ReactNode }) {
  return <KeptDrafts.Provider value={drafts}>{children}</KeptDrafts.Provider>;
}
