'use client';
import { type KeyboardEvent, useEffect, useState } from 'react';
import classes from './public.module.css';

/** As seen from behind: the left side of the body is on the left. */
const SHAPES: Readonly<Record<string, string>> = {
  neck: 'M90 42q10 5 20 0l3 20q-13 5-26 0z',
  upper_back: 'M64 74q14-11 36-9q22-2 36 9l-4 52q-32 6-64 0z',
  lower_back: 'M69 130q31 6 62 0l2 38q-33 6-66 0z',
  buttock_left: 'M66 173q16 5 33 3v35q-18 6-35 0z',
  buttock_right: 'M101 176q17 2 33-3l2 38q-17 6-35 0z',
  arm_left: 'M60 77q-14 5-16 24l-11 76q5 9 14 4l15-72z',
  arm_right: 'M140 77q14 5 16 24l11 76q-5 9-14 4l-15-72z',
  leg_left: 'M64 215q17 6 34 0l-3 74l-5 66q-8 6-16 0l-6-68z',
  leg_right: 'M102 215q17 6 34 0l-4 72l-6 68q-8 6-16 0l-5-66z',
};

type Props = { readonly title: string; readonly names: Readonly<Record<string, string>> };

/** The list beside it is the form; this ticks it. Without a script there is the list alone. */
export function BodyPicture({ title, names }: Props) {
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const boxes = boxesOf(names);
    const read = () => setTicked(boxes.filter(({ checked }) => checked).map(({ value }) => value));
    for (const box of boxes) box.addEventListener('change', read);
    read();
    return () => {
      for (const box of boxes) box.removeEventListener('change', read);
    };
  }, [names]);
  if (!ticked) return null;
  const turn = (place: string) => document.getElementById(`places-${place}`)?.click();
  const onKeyDown = (event: KeyboardEvent, place: string) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    turn(place);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset
    <svg viewBox="20 0 160 370" className={classes.picture} role="group" aria-label={title}>
      <circle cx="100" cy="24" r="19" className={classes.rest} />
      {Object.entries(SHAPES).map(([place, shape]) => (
        // biome-ignore lint/a11y/useSemanticElements: a part of a drawing has no element of its own
        <path
          key={place}
          d={shape}
          role="checkbox"
          tabIndex={0}
          aria-checked={ticked.includes(place)}
          aria-label={names[place]}
          className={classes.spot}
          onClick={() => turn(place)}
          onKeyDown={(event) => onKeyDown(event, place)}
        />
      ))}
    </svg>
  );
}

function boxesOf(names: Readonly<Record<string, string>>): HTMLInputElement[] {
  return Object.keys(names).flatMap((place) => {
    const box = document.getElementById(`places-${place}`);
    return box instanceof HTMLInputElement ? [box] : [];
  });
}
