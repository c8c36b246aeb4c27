'use client';
import { useLayoutEffect } from 'react';

type Box = HTMLInputElement | HTMLTextAreaElement;
const NOT_TYPED = new Set(['hidden', 'file', 'checkbox', 'radio', 'submit', 'button']);

/** What was typed or ticked while the page still slept: waking would put every box back as it came, so it is said again. */
export function useEarlyWords(): void {
  useLayoutEffect(() => {
    const boxes = [...document.querySelectorAll<Box>('input, textarea')];
    const typed = boxes
      .filter((box) => !NOT_TYPED.has(box.type) && box.value !== box.defaultValue)
      .map((box) => [box, box.value] as const);
    const ticked = boxes.filter((box) => 'checked' in box && box.checked !== box.defaultChecked);
    // Not yet: the page listens once this round of waking is over.
    const soon = setTimeout(() => {
      for (const [box, words] of typed) if (box.isConnected) typeAgain(box, words);
      for (const box of ticked) if (box.isConnected) tickAgain(box as HTMLInputElement);
    });
    return () => clearTimeout(soon);
  }, []);
}

/** An event wakes the part that the box is in, if it still sleeps. Awake, it takes notice of a value only where that differs from the one it knows. */
function typeAgain(box: Box, words: string) {
  box.dispatchEvent(new Event('input', { bubbles: true }));
  const own = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const longer = box.value.startsWith(words) ? box.value : words;
  box.value = box.defaultValue;
  Object.getOwnPropertyDescriptor(own.prototype, 'value')?.set?.call(box, longer);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

function tickAgain(box: HTMLInputElement) {
  const isRadio = box.type === 'radio';
  box.checked = isRadio ? false : box.defaultChecked;
  box.click();
}
