'use client';
import { Failed } from '@/components/ui/failed';

export default function AppError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main>
      <Failed {...props} />
    </main>
  );
}
