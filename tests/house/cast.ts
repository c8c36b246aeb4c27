import type { Actor, Role, StaffRole } from '@/lib/domain/permissions';
import { aPerson, nobody, program, theHouse } from './people';

export type Person = Actor & { readonly id: string };
type Cast = Readonly<Record<StaffRole | 'otherSurgeon' | 'otherCoordinator' | 'otherManager' | 'otherAdmin', Person>>;

let cast: Cast | undefined;

/** Two of each role, the same throughout a file. */
export async function gatherCast(): Promise<Cast> {
  cast = {
    coordinator: await aPerson('coordinator'),
    surgeon: await aPerson('surgeon'),
    manager: await aPerson('manager'),
    admin: await aPerson('admin'),
    otherCoordinator: await aPerson('coordinator'),
    otherSurgeon: await aPerson('surgeon'),
    otherManager: await aPerson('manager'),
    otherAdmin: await aPerson('admin'),
  };
  return cast;
}

export function theCast(): Cast {
  if (!cast) throw new Error('gather the cast first');
  return cast;
}

export function actorOf(role: Role): Actor {
  if (role === 'public') return nobody;
  if (role === 'intake') return program;
  if (role === 'system') return theHouse;
  return theCast()[role];
}
