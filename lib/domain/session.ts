const MINUTE = 60_000;
export const IDLE_LIMIT = 15 * MINUTE;
export const ABSOLUTE_LIMIT = 12 * 60 * MINUTE;

type Session = {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly revokedAt: Date | null;
  readonly isActive: boolean;
};
export type SessionState = 'open' | 'revoked' | 'idle' | 'expired' | 'disabled';

/** NIST 800-63B AAL2 asks for at most an hour idle and 24 h in all; this clinic keeps 15 min and 12 h. */
export function sessionState(session: Session, now: Date): SessionState {
  if (session.revokedAt) return 'revoked';
  if (!session.isActive) return 'disabled';
  if (now.getTime() - session.createdAt.getTime() >= ABSOLUTE_LIMIT) return 'expired';
  return now.getTime() - session.lastSeenAt.getTime() >= IDLE_LIMIT ? 'idle' : 'open';
}
