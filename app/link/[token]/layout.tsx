import type { ReactNode } from 'react';
import { Going } from '@/components/sign-in/going';

export default function LinkLayout({ children }: { children: ReactNode }) {
  return <Going>{children}</Going>;
}
