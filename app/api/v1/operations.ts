import { acknowledgeAlarm } from '@/lib/commands/acknowledge-alarm';
import { amendDecision } from '@/lib/commands/amend-decision';
import { assignRequest } from '@/lib/commands/assign-request';
import { claimRequest } from '@/lib/commands/claim-request';
import { completeFollowUp } from '@/lib/commands/complete-follow-up';
import { correctRequest } from '@/lib/commands/correct-request';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { keepReading } from '@/lib/commands/keep-reading';
import { logContact } from '@/lib/commands/log-contact';
import { moveRequest } from '@/lib/commands/move-request';
import { raiseUrgency } from '@/lib/commands/raise-urgency';
import { remindPerson } from '@/lib/commands/remind-person';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { submitRequest } from '@/lib/commands/submit-request';
import { tagRequest } from '@/lib/commands/tag-request';
import { writeNote } from '@/lib/commands/write-note';
import type { AnswerName } from '@/lib/door/answers';
import type { Entry } from '@/lib/door/door';
import { exportRequests } from '@/lib/queries/export-requests';
import { hearEvents } from '@/lib/queries/hear-events';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { listReadings } from '@/lib/queries/list-readings';
import { openRequest } from '@/lib/queries/open-request';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { worklist } from '@/lib/queries/worklist';

export type Operation = {
  readonly method: 'GET' | 'POST';
  /** Below /api/v1, parameters in braces. */
  readonly path: string;
  readonly act: Entry<unknown>;
  /** A second command at the same address, meant where the body names its reason. */
  readonly instead?: Entry<unknown>;
  readonly summary: string;
  readonly status: 200 | 201;
  readonly answer: AnswerName | 'text/csv';
};

const get = (path: string, act: Entry<unknown>, answer: Operation['answer'], summary: string): Operation => ({
  method: 'GET',
  path,
  act,
  answer,
  summary,
  status: 200,
});
const post = (
  path: string,
  act: Entry<unknown>,
  status: 200 | 201,
  answer: AnswerName,
  summary: string,
  instead?: Entry<unknown>,
): Operation => ({ method: 'POST', path, act, instead, answer, summary, status });

/** Every address of the API, once. The document is made from it, a test holds the route files to it. */
export const OPERATIONS: readonly Operation[] = [
  post('/requests', submitRequest, 201, 'Submitted', 'Submit a request for an MRI review'),
  get('/requests', worklist, 'WorklistPage', 'List requests'),
  get('/requests/export', exportRequests, 'text/csv', 'Export requests, without any person, as CSV'),
  get('/requests/{number}', openRequest, 'OpenRequest', 'Open one request'),
  post('/requests/{number}/notes', writeNote, 201, 'NoteWritten', 'Write a note'),
  post('/requests/{number}/contacts', logContact, 201, 'ContactLogged', 'Log a call, text, e-mail, letter or visit'),
  post('/requests/{number}/follow-ups', scheduleFollowUp, 201, 'FollowUpScheduled', 'Schedule a follow-up'),
  post(
    '/requests/{number}/decisions',
    decideCandidacy,
    201,
    'Decided',
    'Decide on candidacy, or amend the decision that holds',
    amendDecision,
  ),
  post('/requests/{number}/moves', moveRequest, 200, 'Moved', 'Move a request to another stage'),
  post('/requests/{number}/assignments', assignRequest, 200, 'Assigned', 'Give a request to somebody, or to nobody'),
  post(
    '/requests/{number}/acknowledgements',
    acknowledgeAlarm,
    200,
    'Changed',
    'Say that you look after the red flag that waits on a request',
  ),
  post('/requests/{number}/urgency', raiseUrgency, 200, 'Changed', 'Raise the class of urgency; nobody lowers it'),
  post('/requests/{number}/reminders', remindPerson, 200, 'Changed', 'Ask the person again for what is awaited'),
  post('/requests/{number}/tags', tagRequest, 200, 'Tagged', 'Put tags on a request, or take them off'),
  post('/requests/{number}/corrections', correctRequest, 200, 'Changed', 'Correct or complete the intake'),
  post('/requests/{number}/readings', keepReading, 200, 'Changed', 'Say that you have it open, every 20 seconds'),
  post('/claims', claimRequest, 200, 'Changed', 'Take the request that waits most urgently for a surgeon'),
  get('/follow-ups', listFollowUps, 'FollowUpList', 'List follow-ups due today or before'),
  post('/follow-ups/{followUpId}/completions', completeFollowUp, 200, 'Changed', 'Tick off a follow-up'),
  get('/readings', listReadings, 'Readings', 'See who has which request open'),
  get('/events', hearEvents, 'EventStream', 'Hear what changes, as server-sent events of ids'),
  get('/stats/pipeline', pipelineStats, 'PipelineStats', 'Count the pipeline'),
];
