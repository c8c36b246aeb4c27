'use client';
import { ReportFiles } from '@/components/documents/report-files';
import { ageOfDay, dayToSay } from '@/components/request/clinic-time';
import { SignedBy, techniqueOf } from '@/components/request/told';
import { said } from '@/components/request/words';
import { useClinic } from '@/components/ui/clinic';
import type { OpenRequest } from '@/lib/domain/desk';
import { dayOf } from '@/lib/domain/working-time';
import own from './images-panel.module.css';
import { Pane } from './pane';
import classes from './review.module.css';

/** The studies as they were told, and the report in a size to read. The images themselves are read elsewhere. */
export function ImagesPanel({ request, children }: { request: OpenRequest; children?: React.ReactNode }) {
  const { timeZone } = useClinic();
  const hasReportFile = request.documents.some(({ kind }) => kind === 'mri_report');
  const today = dayOf(new Date(request.now), timeZone);
  return (
    <Pane kind="middle" label="Report and imaging">
      <section className={own.report}>
        <h2>Report</h2>
        {request.report ? (
          <>
            <p className={own.read}>{request.report.text}</p>
            <SignedBy report={request.report} />
          </>
        ) : (
          !hasReportFile && <p className={classes.soft}>No report on file.</p>
        )}
        <ReportFiles request={request} />
      </section>
      <section>
        <h2>Imaging</h2>
        <p className={own.notice}>Images are not shown here yet: open them in your viewer.</p>
        {request.imaging.length === 0 && <p className={classes.soft}>No study named.</p>}
        <ul className={own.studies}>
          {request.imaging.map((study) => (
            <li key={JSON.stringify(study)}>
              <b>
                {said(study.modality)}{' '}
                {study.region && study.region !== 'unknown' ? said(study.region).toLowerCase() : ''}
              </b>
              <span>{studyDay(study.studyDate, today)}</span>
              <span className={classes.soft}>
                {[
                  howSupplied(study.supplied),
                  study.status && said(study.status),
                  ...techniqueOf(study),
                  study.facility,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {children}
    </Pane>
  );
}

function howSupplied(supplied: OpenRequest['imaging'][number]['supplied']): string {
  if (supplied === undefined) return 'How supplied: not asked';
  return supplied === 'none' ? 'Not supplied' : said(supplied);
}

function studyDay(day: string | undefined, today: string): string {
  if (day === undefined) return 'Date not asked';
  if (day === 'unknown') return 'Date unknown';
  return day > today ? dayToSay(day) : `${dayToSay(day)}, ${ageOfDay(day, today)} old`;
}
