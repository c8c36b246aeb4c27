import type { ReactNode } from 'react';
import { Frame } from '@/components/shell/frame';
import { aboutDesk, show } from '@/lib/door/next';
import { readSession } from '@/lib/queries/read-session';

/** Draws the frame. Each page asks its own question at the door: this guards nothing. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { id, name, role, timeZone, at } = await show(readSession);
  return <Frame clinic={{ timeZone, at, me: { id, name, role }, isDemo: aboutDesk().isDemo }}>{children}</Frame>;
}
