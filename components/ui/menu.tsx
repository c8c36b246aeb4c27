'use client';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './menu.module.css';
import { focusedBy, place } from './menu-keys';

export type MenuItem = {
  readonly value: string;
  readonly words: string;
  readonly isChecked?: boolean;
  readonly keepsOpen?: boolean;
};
type Props = {
  readonly label: string;
  readonly className?: string;
  readonly items: readonly MenuItem[];
  /** One of the items, several of them, or each a thing to do. */
  readonly kind: 'radio' | 'checkbox' | 'act';
  readonly isOpenAtFirst?: boolean;
  readonly onPick: (value: string) => void;
  /** What stands on the button. */
  readonly children: ReactNode;
};

/** A small menu on the browser's own popover: it closes on Escape and on a click elsewhere, and focus goes back to its button. */
export function Menu({ label, className, items, kind, isOpenAtFirst, onPick, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const role = kind === 'act' ? 'menuitem' : (`menuitem${kind}` as const);

  useEffect(() => {
    if (isOpenAtFirst) list.current?.showPopover();
  }, [isOpenAtFirst]);
  useEffect(() => {
    if (!isOpen) return;
    const close = () => list.current?.hidePopover();
    window.addEventListener('scroll', close);
    window.addEventListener('resize', close);
    return () => {
      window.removeEventListener('scroll', close);
      window.removeEventListener('resize', close);
    };
  }, [isOpen]);

  function opened(isNow: boolean) {
    setOpen(isNow);
    if (!isNow) return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role]') ?? [])];
    (items.find((item) => item.ariaChecked === 'true') ?? items[0])?.focus();
  }
  function opensBelow(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.current?.showPopover();
  }
  function keyed(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Tab') return list.current?.hidePopover();
    if (list.current && focusedBy(event.key, list.current)) event.preventDefault();
  }
  function pick({ value, keepsOpen }: MenuItem) {
    if (!keepsOpen) list.current?.hidePopover();
    onPick(value);
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        onKeyDown={opensBelow}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={classes.menu}
        onKeyDown={keyed}
        onBeforeToggle={(event) =>
          event.newState === 'open' && button.current && place(event.currentTarget, button.current)
        }
        onToggle={(event) => opened(event.newState === 'open')}
      >
        {items.map((item, at) => (
          <button
            key={item.value}
            type="button"
            role={role}
            tabIndex={at === 0 ? 0 : -1}
            className={classes.item}
            {...(kind === 'act' ? {} : { 'aria-checked': item.isChecked ?? false })}
            onClick={() => pick(item)}
          >
            {item.words}
          </button>
        ))}
      </div>
    </>
  );
}
