/** Heard by what watches the session, which asks and then leaves. */
export const SESSION_ENDED = 'foramen-session-ended';

let why: string | null = null;

/** Why the stream was ended, for the page that takes its place. */
export const endedWhy = () => why;

export function sayEnded(reason: string): void {
  why = reason;
  window.dispatchEvent(new Event(SESSION_ENDED));
}

export function forgetEnded(): void {
  why = null;
}
