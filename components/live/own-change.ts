const OWN_CHANGE = 'foramen-own-change';

/** What the reader just did themselves: its answer is shown as it is, not held back. */
export function sayOwnChange(): void {
  window.dispatchEvent(new Event(OWN_CHANGE));
}

export function onOwnChange(heard: () => void): () => void {
  window.addEventListener(OWN_CHANGE, heard);
  return () => window.removeEventListener(OWN_CHANGE, heard);
}
