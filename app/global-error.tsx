'use client';
import './globals.css';
import { Failed } from '@/components/ui/failed';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-mantine-color-scheme="light">
      <body style={{ margin: 0, fontFamily: 'system-ui, sans-serif' }}>
        <title>Foramen</title>
        <main>
          <Failed error={error} />
        </main>
      </body>
    </html>
  );
}
