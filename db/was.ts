import { sql } from 'drizzle-orm';
import { requests } from './schema/request';

/** In an UPDATE these are the values from before it. */
export const AS_IT_WAS = sql`jsonb_build_object('stage', ${requests.stage}, 'stageSince', ${requests.stageSince}, 'dueAt', ${requests.dueAt},
  'claimedAt', ${requests.claimedAt}, 'coordinatorId', ${requests.coordinatorId}, 'surgeonId', ${requests.surgeonId}, 'askedFor', ${requests.askedFor})`;
