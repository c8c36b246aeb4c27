import type { ReactNode } from 'react';
import { Going } from '@/components/sign-in/going';

export default function SetUpLayout({ children }: { children: ReactNode }) {
  return <Going>{children}</Going>;
}
