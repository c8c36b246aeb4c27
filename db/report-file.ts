import { sql } from 'drizzle-orm';

/** A report stands beside the request, or beside one that was merged into it. */
export const HAS_REPORT_FILE = sql<boolean>`exists (
  with recursive whole(id) as (
    select request.id union all select r.id from request r join whole w on r.merged_into = w.id)
  select from document d join whole on whole.id = d.request_id
  where d.kind = 'mri_report' and d.removed_at is null)`;
