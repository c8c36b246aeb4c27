import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DarkRoom } from '@/components/review/dark-room';

export default async function ReviewLayout({ children }: { children: ReactNode }) {
  return <DarkRoom nonce={(await headers()).get('x-nonce') ?? undefined}>{children}</DarkRoom>;
}
