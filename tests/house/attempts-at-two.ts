import { dismissDuplicate } from '@/lib/commands/dismiss-duplicate';
import { mergeRequests } from '@/lib/commands/merge-requests';
import { unmergeRequest } from '@/lib/commands/unmerge-request';
import { compareRequests } from '@/lib/queries/compare-requests';
import { listDuplicates } from '@/lib/queries/list-duplicates';
import { matchPerson } from '@/lib/queries/match-person';
import { type Attempt, EARLY, NEVER, onRequest, versionOf } from './attempts';
import { theCast } from './cast';
import { aRequest } from './requests';

const another = () => aRequest();

/** Attempts at two requests that could be of one person. */
export const AT_TWO: readonly Attempt[] = [
  onRequest('request.compare', compareRequests, 'triage', EARLY, async () => ({ with: await another() })),
  onRequest('request.merge', mergeRequests, 'triage', EARLY, async () => ({
    with: await another(),
    withVersion: 1,
    reason: 'rang twice',
  })),
  {
    action: 'request.unmerge',
    act: unmergeRequest,
    whose: ['own', 'never was'],
    async say(_actor, whose) {
      if (whose === 'never was') return { number: NEVER, version: 1 };
      const { coordinator } = theCast();
      const [stays, goes] = [await another(), await aRequest()];
      await mergeRequests(coordinator, { number: stays, version: 1, with: goes, withVersion: 1, reason: 'twice' });
      return { number: goes, version: await versionOf(goes) };
    },
  },
  onRequest('duplicate.list', listDuplicates, 'triage', EARLY, {}),
  onRequest('duplicate.dismiss', dismissDuplicate, 'triage', EARLY, async () => ({ other: await another() })),
  {
    action: 'duplicate.match',
    act: matchPerson,
    whose: ['none'],
    say: async () => ({ firstName: 'Ana', lastName: 'Delgado', dateOfBirth: '1974-03-02' }),
  },
];
