import { randomUUID } from 'node:crypto';
import { changePassword } from '@/lib/commands/change-password';
import { changeStaffRole } from '@/lib/commands/change-staff-role';
import { changeView } from '@/lib/commands/change-view';
import { createKey } from '@/lib/commands/create-key';
import { deleteView } from '@/lib/commands/delete-view';
import { disableStaff } from '@/lib/commands/disable-staff';
import { enableStaff } from '@/lib/commands/enable-staff';
import { endSession } from '@/lib/commands/end-session';
import { foldRollups } from '@/lib/commands/fold-rollups';
import { forgetAnswers } from '@/lib/commands/forget-answers';
import { inviteStaff } from '@/lib/commands/invite-staff';
import { openSession } from '@/lib/commands/open-session';
import { redeemLink } from '@/lib/commands/redeem-link';
import { releaseIdleClaims } from '@/lib/commands/release-idle-claims';
import { resetStaff } from '@/lib/commands/reset-staff';
import { restoreView } from '@/lib/commands/restore-view';
import { revokeKey } from '@/lib/commands/revoke-key';
import { saveView } from '@/lib/commands/save-view';
import { sealSearch } from '@/lib/commands/seal-search';
import { setPreferences } from '@/lib/commands/set-preferences';
import { shareView } from '@/lib/commands/share-view';
import type { Actor } from '@/lib/domain/permissions';
import { exportRequests } from '@/lib/queries/export-requests';
import { hearEvents } from '@/lib/queries/hear-events';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { listKeys } from '@/lib/queries/list-keys';
import { listReadings } from '@/lib/queries/list-readings';
import { listSessions } from '@/lib/queries/list-sessions';
import { listStaff } from '@/lib/queries/list-staff';
import { listViews } from '@/lib/queries/list-views';
import { openLink } from '@/lib/queries/open-link';
import { openReview } from '@/lib/queries/open-review';
import { openView } from '@/lib/queries/open-view';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { readAudit } from '@/lib/queries/read-audit';
import { readSession } from '@/lib/queries/read-session';
import { worklist } from '@/lib/queries/worklist';
import type { Attempt } from './attempts';
import { theCast } from './cast';
import { sql } from './database';
import type { Whose } from './matrix';

export const PASSWORD = 'four words of a test 7';
/** Of PASSWORD, made once: hashing is slow on purpose. */
const HASH = '$argon2id$v=19$m=19456,t=2,p=1$Smv3TiC6NQyFcl/SQMrDVA$BYTyRSKSlRTIj/DXr4K7FCSnHNBUns03Roa6vy/060g';
const SELVES: readonly Whose[] = ['own', "another's", 'never was'];

/** About nothing that belongs to somebody. */
const asking = (action: string, act: Attempt['act'], said: unknown = {}): Attempt => ({
  action,
  act,
  whose: ['none'],
  say: async () => said,
});
const quietly = (action: string, act: Attempt['act']): Attempt => ({ ...asking(action, act), isQuiet: true });

const aboutStaff = (action: string, act: Attempt['act'], more: object = {}): Attempt => ({
  action,
  act,
  whose: SELVES,
  say: async (actor, whose) => ({ staffId: staffIdFor(actor, whose), ...more }),
});

function staffIdFor(actor: Actor, whose: Whose): string {
  if (whose === 'never was') return randomUUID();
  const { otherAdmin, manager } = theCast();
  return whose === 'own' ? (actor.id ?? manager.id) : otherAdmin.id;
}

const aView = async (owner: Actor) => (await saveView(owner, { name: 'Mine', question: { view: 'all' } })).viewId;

/** A view of who tries, or of somebody else: nobody's role makes it theirs. */
const onView = (action: string, act: Attempt['act'], more: object = {}): Attempt => ({
  action,
  act,
  whose: SELVES,
  async say(actor, whose) {
    const { coordinator, otherManager } = theCast();
    const mayKeep = ['coordinator', 'surgeon', 'manager'].includes(actor.role);
    const owner = whose === 'own' ? (mayKeep ? actor : coordinator) : otherManager;
    const viewId = whose === 'never was' ? randomUUID() : await aView(owner);
    if (action === 'view.restore' && whose !== 'never was') await deleteView(owner, { viewId });
    return { viewId, ...more };
  },
});

const newMember = () => ({ email: `${randomUUID()}@example.com`, name: 'New Member', role: 'manager' });
const aToken = async () => (await inviteStaff(theCast().admin, newMember())).token;

/** Attempts at everything that is not one request: lists, numbers, accounts, keys, sessions, timers. */
export const AT_THE_HOUSE: readonly Attempt[] = [
  asking('request.list', worklist),
  asking('request.export', exportRequests),
  asking('review.open', openReview),
  asking('follow_up.list', listFollowUps),
  quietly('event.hear', hearEvents),
  quietly('reading.list', listReadings),
  quietly('stats.read', pipelineStats),
  asking('audit.read', readAudit),
  asking('staff.list', listStaff),
  { ...asking('staff.invite', inviteStaff), say: async () => newMember() },
  aboutStaff('staff.reset', resetStaff),
  aboutStaff('staff.change_role', changeStaffRole, { role: 'admin' }),
  aboutStaff('staff.disable', disableStaff),
  aboutStaff('staff.enable', enableStaff),
  asking('key.list', listKeys),
  asking('key.create', createKey, { name: 'web form' }),
  {
    ...asking('key.revoke', revokeKey),
    say: async () => ({ keyId: (await createKey(theCast().admin, { name: 'web form' })).id }),
  },
  { ...asking('link.open', openLink), say: async () => ({ token: await aToken() }) },
  { ...asking('link.redeem', redeemLink), say: async () => ({ token: await aToken(), password: PASSWORD }) },
  {
    ...asking('session.open', openSession),
    async say() {
      const { otherManager } = theCast();
      await sql('update staff set password_hash = $2 where id = $1', [otherManager.id, HASH]);
      return { email: `${otherManager.id}@example.com`, password: PASSWORD, address: null, device: null };
    },
  },
  quietly('session.read', readSession),
  asking('session.list', listSessions),
  aboutStaff('session.end', endSession, { which: 'all' }),
  {
    ...asking('password.change', changePassword),
    async say(actor) {
      await sql('update staff set password_hash = $2 where id = $1', [actor.id, HASH]);
      return { current: PASSWORD, password: 'another four words 8' };
    },
  },
  { ...quietly('preferences.set', setPreferences), say: async () => ({ hasSingleKeys: false }) },
  { ...quietly('search.seal', sealSearch), say: async () => ({ words: 'ana delgado' }) },
  quietly('view.list', listViews),
  {
    ...quietly('view.open', openView),
    async say() {
      const viewId = await aView(theCast().coordinator);
      await shareView(theCast().coordinator, { viewId, isShared: true });
      return { viewId };
    },
  },
  asking('view.save', saveView, { name: 'Florida', question: { view: 'new', region: 'lumbar' } }),
  onView('view.share', shareView, { isShared: true }),
  onView('view.change', changeView, { name: 'Other' }),
  onView('view.delete', deleteView),
  onView('view.restore', restoreView),
  quietly('claim.expire', releaseIdleClaims),
  quietly('answers.forget', forgetAnswers),
  quietly('rollups.fold', foldRollups),
];
