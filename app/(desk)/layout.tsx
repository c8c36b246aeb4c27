import type { ReactNode } from 'react';
import { Frame } from '@/components/shell/frame';
import { aboutDesk, show } from '@/lib/door/next';
import { readSession } from '@/lib/queries/read-session';
import { prefer } from './me/actions';
import { find } from './requests/actions';

/** Draws the frame. Each page asks its own question at the door: this guards nothing. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { id, name, role, email, timeZone, preferences, at } = await show(readSession);
  const clinic = { timeZone, at, me: { id, name, role }, email, preferences, ...aboutDesk() };
  return (
    <Frame clinic={clinic} prefer={prefer} find={find}>
      {children}
    </Frame>
  );
}
