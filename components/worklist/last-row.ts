const KEPT = 'foramen-last-row';

/** The number of the row that was opened, so that coming back finds it. A number names nobody. */
export function rememberRow(number: string): void {
  window.sessionStorage.setItem(KEPT, number);
}

/** Focus returns to the row, once. */
export function returnToRow(): void {
  const number = window.sessionStorage.getItem(KEPT);
  if (!number) return;
  const link = document.getElementById(`row-${number}`);
  if (!link) return;
  window.sessionStorage.removeItem(KEPT);
  link.focus({ preventScroll: isInView(link) });
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
