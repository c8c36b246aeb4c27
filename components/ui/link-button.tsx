import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classesOf, type Look } from './plain-button';

/** Looks like a button, is a link: it can be opened in a new tab. */
export function LinkButton({ isQuiet, isSmall, ...link }: ComponentProps<typeof Link> & Look) {
  return <Link prefetch={false} {...link} className={classesOf({ isQuiet, isSmall })} />;
}
