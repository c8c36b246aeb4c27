import 'server-only';
import { isMigrated } from '@/db/migrated';

/** Whether requests can be served; why not is for the log of who keeps the database. */
export async function isReady(): Promise<boolean> {
  try {
    return await isMigrated();
  } catch {
    return false;
  }
}
