import type { MissingItem } from '@/lib/domain/completeness';
import type { Intake, Person, Source } from '@/lib/domain/intake';
import { type RedFlag, URGENCIES, type Urgency } from '@/lib/domain/red-flags';
import { saidNumber } from '@/lib/domain/request';
import { searchable, sortable } from '@/lib/domain/search';

export type Standing = {
  readonly flags: RedFlag[];
  readonly urgency: Urgency;
  readonly missing: MissingItem[];
  readonly dueAt: Date | null;
  readonly alarmSince: Date | null;
};

export function personColumns({ firstName, lastName, dateOfBirth, sexAtBirth, phone, email, state, ...more }: Person) {
  return {
    firstName,
    lastName,
    dateOfBirth,
    sexAtBirth: sexAtBirth ?? null,
    phone,
    email: email ?? null,
    state: state ?? null,
    more,
  };
}

export function sourceColumns({ channel, referrer, campaign, ...more }: Source) {
  return {
    sourceChannel: channel,
    sourceReferrer: referrer ?? null,
    sourceCampaign: campaign ?? null,
    sourceMore: more,
  };
}

export function columnsOf(intake: Intake, standing: Standing, number: number) {
  const { person } = intake;
  const { text: report = null, ...reportMore } = intake.report ?? {};
  return {
    urgency: standing.urgency,
    urgencyRank: URGENCIES.indexOf(standing.urgency),
    missing: standing.missing,
    alarmSince: standing.alarmSince,
    flags: [...standing.flags],
    region: intake.complaint.region,
    complaint: intake.complaint,
    consents: intake.consents,
    redFlags: intake.redFlags,
    conservativeCare: [...intake.conservativeCare],
    imaging: [...intake.imaging],
    report,
    reportMore,
    priorSurgery: intake.priorSurgery ?? null,
    fitness: intake.fitness ?? null,
    insurance: intake.insurance ?? null,
    sortName: sortable(`${person.lastName} ${person.firstName}`),
    searchText: searchable(saidNumber(number), person),
  };
}
