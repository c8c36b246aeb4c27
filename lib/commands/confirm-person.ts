import { z } from 'zod';
import { refuse } from '@/lib/domain/refusal';
import { proveBirth } from '@/lib/door/birth-proof';
import { opening } from '@/lib/door/door';
import { day } from '@/lib/door/input';
import { personToken, requestOf, SEEN_FOR, seenUntil } from '@/lib/door/person-link';

/** Whoever holds the link tells the date of birth, and is believed for half an hour. */
export const confirmPerson = opening({
  action: 'status.confirm',
  input: z.strictObject({ token: personToken, dateOfBirth: day }),
  outside: (_, { token, dateOfBirth }, now) => proveBirth(token, dateOfBirth, now),
  async run({ tx, now, about }, { token }, proof) {
    const request = (await requestOf(tx, token, now)) ?? refuse('gone');
    about(request.id);
    if (proof.kind === 'wait')
      refuse('too_many', `Try again in ${proof.seconds} s.`, [], { retryAfter: proof.seconds });
    if (proof.kind === 'wrong')
      refuse('incomplete', undefined, [{ path: 'dateOfBirth', message: 'is not the one we have' }]);
    return { seen: seenUntil(token, new Date(now.getTime() + SEEN_FOR * 60_000)) };
  },
});
