import { and, eq, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { daysNear, type Known } from '@/lib/domain/duplicates';
import { UNDECIDED_STAGES } from '@/lib/domain/stages';
import type { Tx } from './client';
import { strangers } from './schema/merge';
import { persons, requests } from './schema/request';

const KNOWN = {
  id: requests.id,
  number: requests.number,
  stage: requests.stage,
  receivedAt: requests.receivedAt,
  firstName: persons.firstName,
  lastName: persons.lastName,
  dateOfBirth: persons.dateOfBirth,
  sexAtBirth: persons.sexAtBirth,
  phone: persons.phone,
  secondPhone: sql<string | null>`${persons.more} ->> 'secondPhone'`,
  email: persons.email,
};
type Row = {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string;
  readonly sexAtBirth: Known['sexAtBirth'] | null;
  readonly phone: string;
  readonly secondPhone: string | null;
  readonly email: string | null;
};

function asKnown<R extends Row>({
  firstName,
  lastName,
  dateOfBirth,
  sexAtBirth,
  phone,
  secondPhone,
  email,
  ...row
}: R) {
  const known: Known = {
    firstName,
    lastName,
    dateOfBirth,
    phone,
    ...(sexAtBirth ? { sexAtBirth } : {}),
    ...(secondPhone ? { secondPhone } : {}),
    ...(email ? { email } : {}),
  };
  return { ...row, known };
}

/** Who tells of the same person meanwhile waits until this transaction ends. */
export async function holdIdentity(tx: Tx, identity: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`person ${identity}`}, 0))`);
}

const sameEmail = (email: string) => sql`lower(${persons.email}) = ${email.toLowerCase()}`;

/** Requests received since then that wait for a surgeon's answer, of somebody born that day with that phone or e-mail; held, the first one first. */
export async function openWithContact(tx: Tx, person: Known, since: Date, besides: string) {
  const rows = await tx
    .select(KNOWN)
    .from(requests)
    .innerJoin(persons, eq(persons.id, requests.personId))
    .where(
      and(
        eq(persons.dateOfBirth, person.dateOfBirth),
        or(eq(persons.phone, person.phone), person.email ? sameEmail(person.email) : undefined),
        ne(requests.id, besides),
        gt(requests.receivedAt, since),
        inArray(requests.stage, [...UNDECIDED_STAGES]),
        isNull(requests.mergedInto),
      ),
    )
    .orderBy(requests.receivedAt, requests.number)
    .for('no key update', { of: requests });
  return rows.map(asKnown);
}

/** Persons of one birthday, or with one phone, that a clinic could have; more are not the mistake of a hand. */
const MOST_LOOKED_AT = 300;
/** How much of a last name's letter triples a slip leaves; lower than PostgreSQL's own, as an accent spoils several. */
const LEAST_SIMILAR = 0.25;

/** Everybody who could be the same person by phone, e-mail or birthday, not merged away; the domain says how alike. `besides` and who was told apart from it are left out. */
export async function findAlike(tx: Tx, person: Known, besides: string | null) {
  const phones = [person.phone, ...(person.secondPhone ? [person.secondPhone] : [])];
  const ways: SQL[] = [
    sql`${persons.phone} in ${phones}`,
    sql`${persons.more} ->> 'secondPhone' in ${phones}`,
    ...(person.email ? [sameEmail(person.email)] : []),
    eq(persons.dateOfBirth, person.dateOfBirth),
    sql`${persons.dateOfBirth} in ${daysNear(person.dateOfBirth)}
      and similarity(lower(${persons.lastName}), ${person.lastName.toLowerCase()}) > ${LEAST_SIMILAR}`,
  ];
  const found = sql.join(
    ways.map(
      (way) =>
        sql`(select ${persons.id} as id from ${persons} where ${way} order by ${persons.createdAt} desc limit ${MOST_LOOKED_AT})`,
    ),
    sql` union `,
  );
  const rows = await tx
    .select(KNOWN)
    .from(persons)
    .innerJoin(sql`(${found}) as alike`, sql`alike.id = ${persons.id}`)
    .innerJoin(requests, eq(requests.personId, persons.id))
    .where(
      and(isNull(requests.mergedInto), besides ? and(ne(requests.id, besides), notToldApart(besides)) : undefined),
    );
  return rows.map(asKnown);
}

const notToldApart = (id: string) => sql`not exists (select 1 from ${strangers}
  where (${strangers.oneId} = ${id} and ${strangers.otherId} = ${requests.id})
     or (${strangers.otherId} = ${id} and ${strangers.oneId} = ${requests.id}))`;

/** Kept once, whoever says it first. */
export async function addStrangers(tx: Tx, a: string, b: string, byId: string, at: Date) {
  const [oneId, otherId] = a < b ? [a, b] : [b, a];
  await tx
    .insert(strangers)
    .values({ oneId: oneId ?? a, otherId: otherId ?? b, byId, at })
    .onConflictDoNothing();
}
