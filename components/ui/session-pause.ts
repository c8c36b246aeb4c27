'use client';

/** The session ended under this page: whatever was refused for it waits until the same person is back. */
const OVER = 'foramen-session-over';
const BACK = 'foramen-session-back';
let watchers = 0;
let isPaused = false;
let isGoing = false;

/** A page that asked again now would be sent to the sign-in, with all that is on it. */
export const isOverHere = () => isPaused;

export function sayOver(): void {
  isPaused = true;
  window.dispatchEvent(new Event(OVER));
}

export function sayBack(): void {
  isPaused = false;
  window.dispatchEvent(new Event(BACK));
}

/** Whether the session has ended without this page's having heard of it. Nobody to ask is no end. */
export async function hasEnded(): Promise<boolean> {
  const answer = await fetch('/api/session', { cache: 'no-store' }).catch(() => null);
  return answer?.status === 401;
}

/** Whoever asks for the password when the session is over. */
export function watchOver(onOver: () => void): () => void {
  watchers += 1;
  window.addEventListener(OVER, onOver);
  return () => {
    watchers -= 1;
    window.removeEventListener(OVER, onOver);
  };
}

/** False at once where nobody asks for a password. */
export function untilBack(): Promise<boolean> {
  if (watchers === 0) return Promise.resolve(false);
  sayOver();
  return new Promise((resolve) => window.addEventListener(BACK, () => resolve(true), { once: true }));
}

export function onBack(heard: () => void): void {
  window.addEventListener(BACK, heard);
}

/** Whether the page goes whatever was typed on it. */
export const isLeavingAtOnce = () => isGoing;

/** Nothing of this person stays, whatever was typed: no question is asked on the way out. */
export function leaveAtOnce(href: string): void {
  // A second way out would call off the first.
  if (isGoing) return;
  isGoing = true;
  document.body.hidden = true;
  window.location.replace(href);
}
