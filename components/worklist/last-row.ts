const KEPT = 'foramen-last-row';

/** The number of the row that was opened, so that coming back finds it. A number names nobody. */
export function rememberRow(number: string): void {
  window.sessionStorage.setItem(KEPT, number);
}

/** Focus returns to the row, once, after the browser has put the page where it was. */
export function returnToRow(): () => void {
  const number = window.sessionStorage.getItem(KEPT);
  const frame = requestAnimationFrame(() => {
    const link = number ? document.getElementById(`row-${number}`) : null;
    if (!link) return;
    window.sessionStorage.removeItem(KEPT);
    link.focus({ preventScroll: true });
    link.closest('tr')?.scrollIntoView({ block: 'nearest' });
  });
  return () => cancelAnimationFrame(frame);
}
