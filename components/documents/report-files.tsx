'use client';
import { When } from '@/components/ui/when';
import type { OpenRequest } from '@/lib/domain/desk';
import classes from './documents.module.css';
import { FileText } from './file-text';
import { addressOf, sizeWords } from './words';

/** The reports that came as files, to be read beside the decision. */
export function ReportFiles({ request }: { request: OpenRequest }) {
  const reports = request.documents.filter(({ kind }) => kind === 'mri_report');
  return reports.map((document) => (
    <article key={document.id} className={classes.beside} aria-label={`Report file ${document.title}`}>
      <p className={classes.head}>
        <b>{document.title}</b>
        <span className={classes.soft}>
          {sizeWords(document)}, from {document.addedBy ?? 'the person'},{' '}
          <When at={document.addedAt} now={request.now} />
        </span>
        <a href={addressOf(request.number, document.id)} download>
          Open the file
        </a>
      </p>
      <FileText text={document.text} />
    </article>
  ));
}
