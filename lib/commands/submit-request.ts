import { spendDraft } from '@/db/drafts';
import { sourceOfKey } from '@/db/keys';
import { linkTo } from '@/db/person-links';
import { identityOf } from '@/lib/domain/duplicates';
import { sourceFrom } from '@/lib/domain/keys';
import { saidNumber } from '@/lib/domain/request';
import { arrive } from '@/lib/door/arrival';
import { opening } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { intakeInput } from '@/lib/door/intake';
import { statusAddress } from '@/lib/door/person-link';

export const submitRequest = opening({
  action: 'request.submit',
  input: intakeInput.extend(spentDraft),
  turn: ({ person }) => identityOf(person),

  async run(at, { draft: spent, ...told }) {
    const { tx, actor, now, about } = at;
    const isProgram = actor.role === 'intake';
    const source = sourceFrom(told.source, isProgram, isProgram ? await sourceOfKey(tx, actor.id) : undefined);
    const request = await arrive(at, { ...told, source });
    await spendDraft(tx, actor.id, spent);
    about(request.id);
    const statusUrl = statusAddress(await linkTo(tx, request.id, now));
    return { number: saidNumber(request.number), statusUrl, version: request.version };
  },
});
