'use client';
import { Failed } from '@/components/ui/failed';

export default function DeskError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed {...props} />;
}
