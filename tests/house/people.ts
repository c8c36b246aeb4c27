import { randomUUID } from 'node:crypto';
import type { Actor, StaffRole } from '@/lib/domain/permissions';
import { sql } from './database';

/** A member of staff, signed in. */
export async function aPerson(
  role: StaffRole,
  name = `${role} ${randomUUID().slice(0, 4)}`,
): Promise<Actor & { id: string }> {
  const id = randomUUID();
  await sql('insert into staff (id, email, name, role, created_at) values ($1, $2, $3, $4, now())', [
    id,
    `${id}@example.com`,
    name,
    role,
  ]);
  return { id, role, name, sessionId: null };
}

export const program: Actor = {
  id: '00000000-0000-4000-8000-000000000001',
  role: 'intake',
  name: 'web form',
  sessionId: null,
};
export const nobody: Actor = { id: null, role: 'public', name: 'nobody', sessionId: null };
export const theHouse: Actor = { id: null, role: 'system', name: 'Foramen', sessionId: null };
