import { refuse } from './refusal';
import type { Stage } from './stages';

export const STAFF_ROLES = ['coordinator', 'surgeon', 'manager', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
/** `intake` is another program with an intake key, `system` is the house itself on a timer. */
export type Role = StaffRole | 'public' | 'intake' | 'system';
export type Actor = {
  readonly id: string | null;
  readonly role: Role;
  readonly name: string;
  readonly sessionId: string | null;
};

/** What a check may need to know of a subject. */
export type Owned = {
  readonly surgeonId?: string | null;
  readonly stage?: Stage;
  readonly authorId?: string | null;
  readonly isLeftBehind?: boolean;
  readonly staffId?: string | null;
};
/** own: the surgeon's request. pool: own, or free to claim. author: wrote it. heir: wrote it, or whoever did has left. self: is it. other: anyone but oneself. */
type Scope = 'any' | 'own' | 'pool' | 'author' | 'heir' | 'self' | 'other';

/** Who may do what. A role that is not written here may not. */
const WHO = {
  'request.submit': { intake: 'any', coordinator: 'any' },
  'form.begin': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'form.open': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'form.keep': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'form.send': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'status.open': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'status.confirm': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'request.withdraw': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'document.send': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'contact.choose': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'request.list': { coordinator: 'any', surgeon: 'pool', manager: 'any' },
  'request.export': { manager: 'any' },
  'import.list': { coordinator: 'any', manager: 'any' },
  'import.upload': { coordinator: 'any', manager: 'any' },
  'import.open': { coordinator: 'any', manager: 'any' },
  'import.check': { coordinator: 'any', manager: 'any' },
  'import.store': { coordinator: 'any', manager: 'any' },
  'import.undo': { coordinator: 'any', manager: 'any' },
  'import.drop': { coordinator: 'any', manager: 'any' },
  'import.export': { coordinator: 'any', manager: 'any' },
  'import.work': { system: 'any' },
  'request.open': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'request.correct': { coordinator: 'any' },
  'request.move': { coordinator: 'any', surgeon: 'pool', manager: 'any' },
  'request.triage': { coordinator: 'any', manager: 'any' },
  'request.ask': { coordinator: 'any' },
  'request.ready': { coordinator: 'any' },
  'request.claim': { surgeon: 'pool' },
  'request.release': { surgeon: 'own', system: 'any' },
  'claim.expire': { system: 'any' },
  'answers.forget': { system: 'any' },
  'rollups.fold': { system: 'any' },
  'alarm.escalate': { system: 'any' },
  'alarm.acknowledge': { coordinator: 'any', surgeon: 'pool', manager: 'any' },
  'request.raise': { coordinator: 'any', surgeon: 'pool', manager: 'any' },
  'request.remind': { coordinator: 'any' },
  'mail.list': { coordinator: 'any', manager: 'any' },
  'mail.resend': { coordinator: 'any', manager: 'any' },
  'mail.leave': { coordinator: 'any', manager: 'any' },
  'mail.count': { admin: 'any' },
  'mail.send': { system: 'any' },
  'digest.queue': { system: 'any' },
  'request.book': { coordinator: 'any' },
  'request.close': { coordinator: 'any', manager: 'any' },
  'request.reopen': { coordinator: 'any', manager: 'any' },
  'request.assign': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'request.compare': { coordinator: 'any', manager: 'any' },
  'request.merge': { coordinator: 'any', manager: 'any' },
  'request.unmerge': { coordinator: 'any', manager: 'any' },
  'duplicate.list': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'duplicate.match': { coordinator: 'any' },
  'duplicate.dismiss': { coordinator: 'any', manager: 'any' },
  'request.tag': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'change.undo': { coordinator: 'any', manager: 'any' },
  'review.open': { surgeon: 'any' },
  'candidacy.decide': { surgeon: 'own' },
  'decision.amend': { surgeon: 'author' },
  'document.add': { coordinator: 'any', surgeon: 'own' },
  'document.read': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'document.remove': { coordinator: 'any', surgeon: 'own' },
  'files.sweep': { system: 'any' },
  'note.write': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'note.addend': { coordinator: 'author', surgeon: 'author', manager: 'author' },
  'contact.log': { coordinator: 'any' },
  'follow_up.schedule': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'follow_up.complete': { coordinator: 'any', surgeon: 'self', manager: 'any' },
  'follow_up.list': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'event.hear': { coordinator: 'any', surgeon: 'pool', manager: 'any' },
  'reading.keep': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'reading.list': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'draft.keep': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'draft.drop': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'draft.read': { coordinator: 'any', surgeon: 'own', manager: 'any' },
  'stats.read': { coordinator: 'any', surgeon: 'own', manager: 'any', admin: 'any' },
  'audit.read': { coordinator: 'self', surgeon: 'self', manager: 'any', admin: 'any' },
  'staff.list': { admin: 'any' },
  'staff.invite': { admin: 'any' },
  'staff.reset': { admin: 'other' },
  'staff.change_role': { admin: 'other' },
  'staff.disable': { admin: 'other' },
  'staff.enable': { admin: 'other' },
  'key.list': { admin: 'any' },
  'key.create': { admin: 'any' },
  'key.rotate': { admin: 'any' },
  'key.revoke': { admin: 'any' },
  'link.open': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'link.redeem': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'session.open': { public: 'any', coordinator: 'any', surgeon: 'any', manager: 'any', admin: 'any' },
  'session.read': { coordinator: 'self', surgeon: 'self', manager: 'self', admin: 'self' },
  'session.list': { coordinator: 'self', surgeon: 'self', manager: 'self', admin: 'self' },
  'session.end': { coordinator: 'self', surgeon: 'self', manager: 'self', admin: 'any' },
  'search.seal': { coordinator: 'any', surgeon: 'any', manager: 'any' },
  'view.list': { coordinator: 'self', surgeon: 'self', manager: 'self' },
  'view.open': { coordinator: 'any', surgeon: 'any', manager: 'any' },
  'view.save': { coordinator: 'self', surgeon: 'self', manager: 'self' },
  // What the team stands before every day is set by who runs the queue; a surgeon's views are their own.
  'view.share': { coordinator: 'author', manager: 'author' },
  'view.change': { coordinator: 'author', surgeon: 'author', manager: 'author' },
  'view.delete': { coordinator: 'author', surgeon: 'author', manager: 'heir' },
  'view.restore': { coordinator: 'author', surgeon: 'author', manager: 'heir' },
  'preferences.set': { coordinator: 'self', surgeon: 'self', manager: 'self', admin: 'self' },
  'password.change': { coordinator: 'self', surgeon: 'self', manager: 'self', admin: 'self' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Action = keyof typeof WHO;
export const ACTIONS = Object.keys(WHO) as Action[];

export function scopeOf(role: Role, action: Action): Scope | undefined {
  return (WHO[action] as Partial<Record<Role, Scope>>)[role];
}

/** Without a subject: may this role ever? With one: may this person, here? */
export function may(actor: Actor, action: Action, subject?: Owned): boolean {
  const scope = scopeOf(actor.role, action);
  if (!scope) return false;
  if (scope === 'any' || subject === undefined) return true;
  if (scope === 'author') return subject.authorId === actor.id;
  if (scope === 'heir') return subject.authorId === actor.id || subject.isLeftBehind === true;
  if (scope === 'self') return subject.staffId === actor.id;
  if (scope === 'other') return subject.staffId !== actor.id;
  if (subject.surgeonId === actor.id) return true;
  return scope === 'pool' && subject.stage === 'ready_for_review' && subject.surgeonId === null;
}

/** The staff row behind an actor who must be a person. */
export function staffIdOf(actor: Actor): string {
  return actor.id ?? refuse('unauthenticated');
}
