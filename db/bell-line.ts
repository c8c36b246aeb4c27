import pg from 'pg';
import { env } from '@/lib/env';

/** A line that says nothing may be dead: it is asked. */
const ASK_EVERY = 10_000;
const ANSWERS_IN = 5_000;
const LONGEST_WAIT = 5_000;

type Told = {
  readonly ring: (word: string) => void;
  /** The line stands, for the first time or again: what rang in between was not heard. */
  readonly open: () => void;
};

/** The one connection of this instance that listens, made again whenever it is lost. Returns how to put it down. */
export function openLine(told: Told): () => void {
  let isOver = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  function dial(wait: number) {
    const line = new pg.Client({
      connectionString: env().databaseUrl,
      application_name: 'foramen bell',
      connectionTimeoutMillis: ANSWERS_IN,
      query_timeout: ANSWERS_IN,
      keepAlive: true,
    });
    client = line;
    let isLost = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      clearTimeout(timer);
      line.end().catch(() => {});
      if (!isOver) timer = setTimeout(() => dial(Math.min(wait * 2, LONGEST_WAIT)), wait).unref();
    };
    const ask = () => {
      timer = setTimeout(() => line.query('select 1').then(ask, lose), ASK_EVERY).unref();
    };
    line.on('error', lose).on('end', lose);
    line.on('notification', ({ payload }) => told.ring(payload ?? ''));
    line
      .connect()
      .then(() => line.query('listen foramen_bell'))
      .then(() => {
        wait = FIRST_WAIT;
        told.open();
        ask();
      }, lose);
  }
  dial(FIRST_WAIT);
  return () => {
    isOver = true;
    clearTimeout(timer);
    client?.end().catch(() => {});
  };
}

const FIRST_WAIT = 100;
