'use client';
import { Failed } from '@/components/ui/failed';

export default function AppError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main>
      <Failed error={error} />
    </main>
  );
}
