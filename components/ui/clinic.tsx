'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { StaffRole } from '@/lib/domain/permissions';
import type { Preferences } from '@/lib/domain/preferences';

type Told = {
  readonly timeZone: string;
  readonly me: { readonly id: string; readonly name: string; readonly role: StaffRole };
  /** The sign-in of whoever is here. */
  readonly email: string;
  readonly preferences: Preferences;
  readonly isDemo: boolean;
  /** A mail server is set up; without one messages are only listed. */
  readonly sendsMail: boolean;
  /** When the clinic's server drew the page. */
  readonly at: string;
};
export type Clinic = Omit<Told, 'at'> & {
  /** What the clinic's clock shows now: this computer's own may be wrong and is not asked. */
  readonly now: () => string;
};

const ClinicContext = createContext<Clinic | null>(null);

export function ClinicProvider({ clinic, children }: { clinic: Told; children: ReactNode }) {
  const { at } = clinic;
  const now = useMemo(() => clockFrom(at), [at]);
  return <ClinicContext.Provider value={{ ...clinic, now }}>{children}</ClinicContext.Provider>;
}

/** Who is signed in, and the time zone in which the clinic reads its clock. */
export function useClinic(): Clinic {
  const clinic = useContext(ClinicContext);
  if (!clinic) throw new Error('useClinic outside the desk');
  return clinic;
}

/** Counts on from the server's time by a clock that nobody can set. */
function clockFrom(at: string): () => string {
  const begun = performance.now();
  return () => new Date(Date.parse(at) + performance.now() - begun).toISOString();
}
