import { z } from 'zod';
import { findAlike } from '@/db/duplicates';
import { mostAlike } from '@/lib/domain/duplicates';
import { alikeShown } from '@/lib/domain/shown';
import { opening } from '@/lib/door/door';
import { personInput } from '@/lib/door/intake';

const { firstName, lastName, dateOfBirth, phone, email } = personInput.shape;

/** Who on file could be the caller, as far as the caller has said who they are? Never in an address: asked by POST. */
export const matchPerson = opening({
  action: 'duplicate.match',
  input: z.strictObject({ firstName, lastName, dateOfBirth, phone: phone.optional(), email }),

  async run({ tx, actor, shown }, { phone: told = '', ...rest }) {
    const person = { ...rest, phone: told };
    const alike = mostAlike(person, await findAlike(tx, person, null), 3);
    shown(alike.map(({ id }) => id));
    return { alike: alike.map((one) => alikeShown(actor, one)) };
  },
});
