import type { Binding } from './bindings';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** "j", "Shift+x", "Mod+k", "Space"; null where the key belongs to somebody else. Caps lock changes nothing. */
export function pressedKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (altKey || (ctrlKey && metaKey)) return null;
  const isLetter = /^[a-z]$/i.test(key);
  const name = key === ' ' ? 'Space' : isLetter ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) return shiftKey ? null : `Mod+${name}`;
  // The shift that types a "?" is part of it; the one that goes with a named key is not ours.
  if (shiftKey && name.length > 1) return null;
  return shiftKey && isLetter ? `Shift+${name}` : name;
}

const CONTROL = 'a, button, input, select, summary, textarea, [role="menuitem"], [role="option"], [role="tab"]';
const OVERLAID =
  'dialog[open], [popover]:popover-open, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Nothing fires while something is typed, a menu is open or a dialog is in front. */
export function isFree({ keys, isInFields }: Binding, key: string, event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || !keys.includes(key)) return false;
  if (isTyping(target) && !isInFields) return false;
  if ([...document.querySelectorAll(OVERLAID)].some((one) => one.checkVisibility())) return false;
  const element = target instanceof Element ? target : document.body;
  // What a focused control does with these is its own; a row of the list gives them to the list.
  if (key === 'Enter') return !element.closest(CONTROL);
  if (key === 'Space' || key.startsWith('Arrow')) {
    const isOfList = element === document.body || element.closest('[data-rows]') !== null;
    return isOfList && (element.closest(CONTROL)?.tagName ?? 'A') === 'A';
  }
  return true;
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isText = target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type);
  return (
    isText || target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
