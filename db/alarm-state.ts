import { and, eq, type SQL, sql } from 'drizzle-orm';
import { alarms } from './schema/alarm';
import { requests } from './schema/request';

export const OF_REQUEST = and(eq(alarms.requestId, requests.id), eq(alarms.since, requests.alarmSince));

/** When the alarm that stands was acknowledged, or escalated; read only where one stands. */
const standing = (column: typeof alarms.acknowledgedAt | typeof alarms.escalatedAt): SQL<string | null> =>
  sql`case when ${requests.alarmSince} is not null then (select ${column} from ${alarms} where ${OF_REQUEST}) end`;
export const ACKNOWLEDGED_AT = standing(alarms.acknowledgedAt);
export const ESCALATED_AT = standing(alarms.escalatedAt);
