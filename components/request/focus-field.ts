/** Brings a field to the eye and the keyboard to it; a group of answers is entered at its first. */
export function focusField(path: string): void {
  const field = document.getElementById(path);
  if (!field) return;
  field.closest('details')?.setAttribute('open', '');
  const isGroup = field.getAttribute('role') === 'radiogroup' || field.tagName === 'DIV';
  const entry = isGroup
    ? (field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>('input, button'))
    : null;
  (entry ?? field).focus({ preventScroll: true });
  field.scrollIntoView({
    block: 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
}
