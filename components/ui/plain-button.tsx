import type { ComponentProps } from 'react';
import classes from './link-button.module.css';

export type Look = { readonly isQuiet?: boolean; readonly isSmall?: boolean };

/** A button for pages that need no more. Apart from the link of the same look: the pages of failure load this, and no router. */
export function PlainButton({ isQuiet, isSmall, ...button }: ComponentProps<'button'> & Look) {
  return <button type="button" {...button} className={classesOf({ isQuiet, isSmall })} />;
}

export function classesOf({ isQuiet, isSmall }: Look): string {
  return [classes.button, isQuiet ? classes.quiet : classes.filled, isSmall && classes.small].filter(Boolean).join(' ');
}
