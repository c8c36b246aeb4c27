import type { Metadata } from 'next';
import { ApiViewer } from '@/components/api-docs/api-viewer';
import classes from './page.module.css';

export const metadata: Metadata = { title: 'API' };

/** Open to all, as the document is: it tells shapes, never a person. */
export default function ApiDocs() {
  return (
    <>
      <header className={classes.header}>
        <h1>Foramen API</h1>
      </header>
      <ApiViewer address="/api/v1/openapi.json" />
    </>
  );
}
