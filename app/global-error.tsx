'use client';
import './globals.css';
import { Failed } from '@/components/ui/failed';

export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" data-mantine-color-scheme="light">
      <body style={{ margin: 0, fontFamily: 'system-ui, sans-serif' }}>
        <title>Foramen</title>
        <main>
          <Failed {...props} />
        </main>
      </body>
    </html>
  );
}
