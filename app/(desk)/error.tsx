'use client';
import { Failed } from '@/components/ui/failed';

export default function DeskError({ error }: { error: Error & { digest?: string } }) {
  return <Failed error={error} />;
}
