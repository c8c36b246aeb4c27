import { z } from 'zod';
import { findAlike } from '@/db/duplicates';
import { detailsOf, intakeOf } from '@/db/intakes';
import { findRequest } from '@/db/requests';
import { mostAlike } from '@/lib/domain/duplicates';
import { refuse } from '@/lib/domain/refusal';
import { alikeShown } from '@/lib/domain/shown';
import { entry } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

/** Who on file could be the same person as this request's? A suggestion: nothing is done by itself. */
export const listDuplicates = entry({
  action: 'duplicate.list',
  input: z.strictObject({ number: requestNumber }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run({ tx, actor, shown }, _input, request) {
    if (request.mergedInto) return { alike: [] };
    const { person } = intakeOf((await detailsOf(tx, request.id)) ?? refuse('not_found'));
    const alike = mostAlike(person, await findAlike(tx, person, request.id));
    shown(alike.map(({ id }) => id));
    return { alike: alike.map((one) => alikeShown(actor, one)) };
  },
});
