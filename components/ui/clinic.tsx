'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { StaffRole } from '@/lib/domain/permissions';
import type { Preferences } from '@/lib/domain/preferences';

export type Clinic = {
  readonly timeZone: string;
  readonly me: { readonly id: string; readonly name: string; readonly role: StaffRole };
  readonly preferences: Preferences;
  readonly isDemo: boolean;
};

const ClinicContext = createContext<Clinic | null>(null);

export function ClinicProvider({ clinic, children }: { clinic: Clinic; children: ReactNode }) {
  return <ClinicContext.Provider value={clinic}>{children}</ClinicContext.Provider>;
}

/** Who is signed in, and the time zone in which the clinic reads its clock. */
export function useClinic(): Clinic {
  const clinic = useContext(ClinicContext);
  if (!clinic) throw new Error('useClinic outside the desk');
  return clinic;
}
