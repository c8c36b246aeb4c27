import { z } from 'zod';
import { detailsOf, intakeOf } from '@/db/intakes';
import { isToldAgain, mayAddFile, phaseOf } from '@/lib/domain/person-page';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { languageOf } from '@/lib/door/arrival';
import { opening } from '@/lib/door/door';
import { isSeen, personToken, requestOf } from '@/lib/door/person-link';

/** A person's own page. Before the date of birth is told: the number and how far it is, nothing of the person and nothing medical. */
export const openStatus = opening({
  action: 'status.open',
  input: z.strictObject({ token: personToken, proof: z.string().max(200).optional() }),
  async run({ tx, now, about }, { token, proof }) {
    const request = (await requestOf(tx, token, now)) ?? refuse('gone');
    about(request.id);
    const intake = intakeOf((await detailsOf(tx, request.id)) ?? refuse('gone'));
    const phase = phaseOf(request);
    const common = { number: saidNumber(request.number), phase, language: languageOf(intake) };
    if (!isSeen(token, proof, now)) return { ...common, own: null };
    const { person, consents } = intake;
    return {
      ...common,
      own: {
        firstName: person.preferredName ?? person.firstName,
        needs: phase === 'need' ? [...new Set([...request.askedFor])] : [],
        preferredChannel: person.preferredChannel ?? null,
        mayPhone: consents.phone ?? false,
        mayText: consents.text ?? false,
        mayEmail: consents.email ?? false,
        hasEmail: person.email !== undefined,
        mayAddFile: mayAddFile(request),
        mayWithdraw: isToldAgain(request) || !['completed', 'closed'].includes(request.stage),
      },
    };
  },
});
