import { eq } from 'drizzle-orm';
import type { Intake } from '@/lib/domain/intake';
import type { Tx } from './client';
import { persons, requests } from './schema/request';

export const DETAILS = {
  more: persons.more,
  phone: persons.phone,
  email: persons.email,
  state: persons.state,
  firstName: persons.firstName,
  lastName: persons.lastName,
  dateOfBirth: persons.dateOfBirth,
  sexAtBirth: persons.sexAtBirth,
  complaint: requests.complaint,
  consents: requests.consents,
  redFlags: requests.redFlags,
  flags: requests.flags,
  conservativeCare: requests.conservativeCare,
  imaging: requests.imaging,
  report: requests.report,
  reportMore: requests.reportMore,
  priorSurgery: requests.priorSurgery,
  fitness: requests.fitness,
  insurance: requests.insurance,
  claimedAt: requests.claimedAt,
  sourceChannel: requests.sourceChannel,
  sourceReferrer: requests.sourceReferrer,
  sourceCampaign: requests.sourceCampaign,
  sourceMore: requests.sourceMore,
};

/** Everything a request says, as the row keeps it. */
export function listDetails(tx: Tx, id: string) {
  return tx
    .select(DETAILS)
    .from(requests)
    .innerJoin(persons, eq(persons.id, requests.personId))
    .where(eq(requests.id, id));
}
export type Details = Awaited<ReturnType<typeof listDetails>>[number];

export async function detailsOf(tx: Tx, id: string): Promise<Details | undefined> {
  const [row] = await listDetails(tx, id);
  return row;
}

/** The intake of a stored request, as it would be told again. */
export function intakeOf(row: Details): Intake {
  return {
    person: {
      ...row.more,
      firstName: row.firstName,
      lastName: row.lastName,
      dateOfBirth: row.dateOfBirth,
      phone: row.phone,
      ...(row.sexAtBirth ? { sexAtBirth: row.sexAtBirth } : {}),
      ...(row.email ? { email: row.email } : {}),
      ...(row.state ? { state: row.state } : {}),
    },
    consents: row.consents,
    complaint: row.complaint,
    redFlags: row.redFlags,
    conservativeCare: row.conservativeCare,
    imaging: row.imaging,
    ...(row.report === null ? {} : { report: { ...row.reportMore, text: row.report } }),
    ...(row.priorSurgery ? { priorSurgery: row.priorSurgery } : {}),
    ...(row.fitness ? { fitness: row.fitness } : {}),
    ...(row.insurance ? { insurance: row.insurance } : {}),
    source: {
      ...row.sourceMore,
      channel: row.sourceChannel,
      ...(row.sourceReferrer ? { referrer: row.sourceReferrer } : {}),
      ...(row.sourceCampaign ? { campaign: row.sourceCampaign } : {}),
    },
  };
}
