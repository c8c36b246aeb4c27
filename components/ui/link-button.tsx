import Link from 'next/link';
import type { ComponentProps } from 'react';
import classes from './link-button.module.css';

type Look = { readonly isQuiet?: boolean; readonly isSmall?: boolean };

/** Looks like a button, is a link: it can be opened in a new tab. */
export function LinkButton({ isQuiet, isSmall, ...link }: ComponentProps<typeof Link> & Look) {
  return <Link prefetch={false} {...link} className={classesOf(isQuiet, isSmall)} />;
}

/** A plain button of the same look, for pages that need no more. */
export function PlainButton({ isQuiet, isSmall, ...button }: ComponentProps<'button'> & Look) {
  return <button type="button" {...button} className={classesOf(isQuiet, isSmall)} />;
}

function classesOf(isQuiet?: boolean, isSmall?: boolean): string {
  return [classes.button, isQuiet ? classes.quiet : classes.filled, isSmall && classes.small].filter(Boolean).join(' ');
}
