'use client';
import Link, { useLinkStatus } from 'next/link';
import classes from './frame.module.css';
import type { NavEntry } from './nav-entries';
import { NavIcon } from './nav-icon';

export function NavLink({ entry: { href, words, icon }, isHere }: { entry: NavEntry; isHere: boolean }) {
  return (
    <Link href={href} prefetch={false} className={classes.entry} aria-current={isHere ? 'page' : undefined}>
      <NavIcon name={icon} className={classes.icon} />
      {words}
      <Going />
    </Link>
  );
}

/** A click that takes a while is seen to have been heard. */
function Going() {
  const { pending } = useLinkStatus();
  return <span aria-hidden className={classes.going} data-on={pending || undefined} />;
}
