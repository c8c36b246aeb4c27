import { z } from 'zod';
import type { Tx } from '@/db/client';
import { addMail, dropOldDigests, listWithoutDigest } from '@/db/mails';
import { countOverdue, countViews } from '@/db/worklist';
import { EXACT_TO } from '@/lib/domain/desk';
import { type MailFacts, morningOf } from '@/lib/domain/mail';
import { type Calendar, dayOf, instantOf } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';
import { viewerOf } from '@/lib/door/question';

/** On working mornings, once a day, to each who works the list: what waits, in numbers alone. */
export const queueDigests = opening({
  action: 'digest.queue',
  input: z.strictObject({}),
  isQuiet: true,

  async run({ tx, now, clinic }) {
    const day = morningOf(now, clinic);
    if (!day) return { queued: 0 };
    await dropOldDigests(tx, instantOf(day, 0, clinic.timeZone));
    const team = await listWithoutDigest(tx, day);
    for (const member of team) {
      const facts = await countsFor(tx, member, now, clinic);
      const isQuiet = Object.values(facts).every((rows) => rows === 0);
      await addMail(
        tx,
        {
          kind: 'digest',
          staffId: member.id,
          dedupeKey: `digest:${member.id}:${day}`,
          facts,
          ...(isQuiet ? { barred: 'nothing_waits' as const } : {}),
        },
        now,
      );
    }
    return { queued: team.length };
  },
});

type Member = Awaited<ReturnType<typeof listWithoutDigest>>[number];

/** As the tabs of their list count them. */
async function countsFor(tx: Tx, member: Member, now: Date, clinic: Calendar): Promise<MailFacts> {
  const viewer = viewerOf({ ...member, sessionId: null });
  const endOfToday = instantOf(dayOf(now, clinic.timeZone), 24, clinic.timeZone);
  const next = viewer.isSurgeon ? 'ready' : 'new';
  const [mine = 0, redFlags = 0, waiting = 0] = await countViews(
    tx,
    viewer,
    ['mine', 'red-flags', next],
    endOfToday,
    EXACT_TO,
  );
  const overdue = await countOverdue(tx, viewer, now, EXACT_TO);
  return { mine, overdue, redFlags, ...(viewer.isSurgeon ? { ready: waiting } : { fresh: waiting }) };
}
