import 'server-only';
import { addConsentLines } from '@/db/consents';
import { addEvents } from '@/db/events';
import { addMail } from '@/db/mails';
import { hasReceipt } from '@/db/receipts';
import { linkRepeat, perhapsRepeats } from '@/db/repeats';
import { addRequests } from '@/db/requests';
import { arrived, standingAtArrival } from '@/lib/domain/arrival';
import { consentsSaid } from '@/lib/domain/consents';
import type { Intake } from '@/lib/domain/intake';
import type { Actor } from '@/lib/domain/permissions';
import type { At } from './door';

/** How a request comes to be, by whichever way one is told. */
export async function arrive(at: At, intake: Intake) {
  const { tx, now, clinic } = at;
  const actor = named(at.actor);
  const [request] = await addAll(at, [intake], actor);
  if (!request) throw new Error('what was added is not there');
  const repeat = await linkRepeat({ tx, actor, now, clinic }, request.id, intake);
  // Who stands in a list wrote to nobody today; who tells again from the same address has had a receipt.
  const isAnswered = repeat && (await hasReceipt(tx, repeat.first, intake.person.email));
  if (intake.source.channel !== 'import' && !isAnswered)
    await addMail(tx, { kind: 'receipt', requestId: request.id, dedupeKey: `receipt:${request.id}` }, now);
  return { ...request, isRepeat: repeat !== null };
}

/** Many at once, from a list, in the name of `actor`. */
export async function arriveAll(at: At, intakes: readonly Intake[], actor: Actor) {
  const { tx, now, clinic } = at;
  const added = await addAll(at, intakes, actor);
  const known = await perhapsRepeats(
    tx,
    added.map(({ id }) => id),
    now,
  );
  for (const [nth, { id }] of added.entries()) {
    const intake = intakes[nth];
    if (intake && known.has(id)) await linkRepeat({ tx, actor, now, clinic }, id, intake);
  }
  return added;
}

async function addAll({ tx, now, clinic }: At, intakes: readonly Intake[], actor: Actor) {
  const standingOf = standingAtArrival(now, clinic);
  const told = intakes.map((intake) => ({ intake, standing: standingOf(intake) }));
  const added = await addRequests(tx, told, now);
  const staffId = actor.role === 'coordinator' ? actor.id : null;
  const lines = added.flatMap(({ id: requestId, intake }) => {
    const how = { language: languageOf(intake), channel: intake.source.channel, staffId };
    return consentsSaid({}, intake.consents, how.language).map((said) => ({ ...said, ...how, requestId }));
  });
  await addConsentLines(tx, lines, now);
  const happened = added.map((request) => ({ request, happened: arrived(request.intake, request.standing.missing) }));
  await addEvents(tx, happened, actor, now);
  return added.map(({ id, number, version, standing }) => ({ id, number, version, alarmSince: standing.alarmSince }));
}

/** Who speaks for themselves has no name at the door. */
export const named = (actor: Actor): Actor => (actor.role === 'public' ? { ...actor, name: 'The person' } : actor);

/** In which of ours the words were read. */
export const languageOf = ({ person }: Intake): 'en' | 'es' => (person.language === 'es' ? 'es' : 'en');
