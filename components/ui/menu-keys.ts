const WIDTH = 240;
const GAP = 4;
const EDGE = 8;

/** Below its button; above it where there is more room. */
export function place(menu: HTMLElement, button: HTMLElement): void {
  const { left, top, bottom } = button.getBoundingClientRect();
  const room = { below: window.innerHeight - bottom - GAP - EDGE, above: top - GAP - EDGE };
  const isBelow = room.below >= Math.min(320, room.above);
  Object.assign(menu.style, {
    width: `${WIDTH}px`,
    left: `${Math.max(EDGE, Math.min(left, document.documentElement.clientWidth - WIDTH - EDGE))}px`,
    top: isBelow ? `${bottom + GAP}px` : 'auto',
    bottom: isBelow ? 'auto' : `${window.innerHeight - top + GAP}px`,
    maxHeight: `${Math.min(440, isBelow ? room.below : room.above)}px`,
  });
}

/** Moves the focus as a menu should, by arrow, end or first letter; false where the key means nothing here. */
export function focusedBy(key: string, menu: HTMLElement): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = itemFor(key, items, at);
  next?.focus();
  return next !== undefined;
}

function itemFor(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
    item.textContent?.toLowerCase().startsWith(key.toLowerCase()),
  );
}
