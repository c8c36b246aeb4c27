'use client';
import { useComputedColorScheme } from '@mantine/core';
import { useServerInsertedHTML } from 'next/navigation';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './dark-room.module.css';

const SCHEME = 'data-mantine-color-scheme';
const KEPT = 'foramen-review-scheme';
const BEFORE_PAINT = `document.documentElement.setAttribute('${SCHEME}',localStorage.getItem('${KEPT}')||'dark')`;

type Scheme = 'dark' | 'light';

/** Dark unless the reader says otherwise, the frame around it too; the rest of the desk keeps its own scheme. */
export function DarkRoom({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const { scheme, choose } = useRoomScheme();
  const isSent = useRef(false);
  useServerInsertedHTML(() => {
    if (isSent.current) return null;
    isSent.current = true;
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, before the first paint
    return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: BEFORE_PAINT }} />;
  });
  return (
    <div className={classes.room}>
      {children}
      <button type="button" className={classes.turn} onClick={() => choose(scheme === 'dark' ? 'light' : 'dark')}>
        {scheme === 'dark' ? 'Light screen' : 'Dark screen'}
      </button>
    </div>
  );
}

/** The room's own scheme; turning the desk's while in the room turns the room as well. */
function useRoomScheme() {
  const desk = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const known = useRef<Scheme>(desk);
  const [scheme, setScheme] = useState<Scheme>('dark');

  useLayoutEffect(() => {
    if (window.localStorage.getItem(KEPT) === 'light') setScheme('light');
  }, []);
  useEffect(() => {
    if (known.current === desk) return;
    known.current = desk;
    remember(desk);
    setScheme(desk);
  }, [desk]);
  useLayoutEffect(() => {
    const stop = hold(scheme);
    return () => {
      stop();
      document.documentElement.setAttribute(SCHEME, known.current);
    };
  }, [scheme]);
  return {
    scheme,
    choose: (chosen: Scheme) => {
      remember(chosen);
      setScheme(chosen);
    },
  };
}

function remember(scheme: Scheme) {
  window.localStorage.setItem(KEPT, scheme);
}

/** The library sets the desk's scheme when it wakes up; here the room's holds. */
function hold(scheme: Scheme): () => void {
  const root = document.documentElement;
  const set = () => {
    if (root.getAttribute(SCHEME) !== scheme) root.setAttribute(SCHEME, scheme);
  };
  set();
  const watch = new MutationObserver(set);
  watch.observe(root, { attributes: true, attributeFilter: [SCHEME] });
  return () => watch.disconnect();
}
