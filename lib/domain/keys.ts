import type { Source, SourceChannel } from './intake';
import { refuse } from './refusal';

/** How long a rotated secret goes on beside its successor. */
export const OVERLAPS = ['none', 'hour', 'day', 'week'] as const;
export type Overlap = (typeof OVERLAPS)[number];
const HOUR = 3_600_000;
const LENGTH: Record<Overlap, number> = { none: 0, hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR };

export function endOfOverlap(overlap: Overlap, now: Date): Date {
  return new Date(now.getTime() + LENGTH[overlap]);
}

export type KeyState = 'active' | 'expired' | 'revoked';

export function keyState(
  key: { readonly revokedAt: Date | null; readonly expiresAt: Date | null },
  now: Date,
): KeyState {
  if (key.revokedAt) return 'revoked';
  return key.expiresAt && key.expiresAt <= now ? 'expired' : 'active';
}

type Bound = { readonly channel: SourceChannel | null; readonly label: string | null };

/** Where a request comes from: as it says, as far as the key that sends it may claim that. Who types in what was said on the phone holds no key. */
export function sourceFrom(told: Source | undefined, isProgram: boolean, key?: Bound): Source {
  if (key?.channel && told && told.channel !== key.channel)
    refuse('invalid', undefined, [
      { path: 'source.channel', message: `must be ${key.channel}: this key submits nothing else` },
    ]);
  const channel = key?.channel ?? (isProgram ? 'api' : 'phone');
  return { ...(told ?? { channel }), ...(key?.label ? { sentBy: key.label } : {}) };
}
