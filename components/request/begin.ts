export type Step = 'move' | 'assign' | 'tag' | 'note';

/** Puts the hand on the control of a step, within the part of the page where it stands. A move is only focused: the next key press makes it. */
export function begin(within: Element | null, step: Step, words?: string): void {
  if (step === 'note') {
    toNote(within);
    return;
  }
  const controls = [...(within?.querySelectorAll<HTMLElement>(`[data-act="${step}"]`) ?? [])];
  const control = words ? controls.find((one) => one.textContent === words) : controls[0];
  control?.focus();
  if (step === 'assign') control?.click();
}

function toNote(within: Element | null): void {
  const tabs = [...(within?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  tabs.find((tab) => tab.textContent === 'Note')?.click();
  requestAnimationFrame(() => within?.querySelector<HTMLElement>('textarea[aria-label="Note"]')?.focus());
}
