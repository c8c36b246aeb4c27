'use client';
import { useEffect } from 'react';
import { isLeavingAtOnce } from '@/components/ui/session-pause';

const ASK = 'What you typed is not saved yet. Leave anyway?';

/** Asks before the page is closed on unsaved text, or a link leads away from what cannot be saved for now. */
export function useLeaveWarning(isUnsaved: boolean, isStuck = isUnsaved): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const onUnload = (event: BeforeUnloadEvent) => isLeavingAtOnce() || event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const leaves =
        link instanceof HTMLAnchorElement &&
        link.protocol.startsWith('http') &&
        link.target !== '_blank' &&
        !isHere(link);
      if (!leaves || !isStuck || event.ctrlKey || event.metaKey || window.confirm(ASK)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [isUnsaved, isStuck]);
}

function isHere(link: HTMLAnchorElement): boolean {
  return link.pathname === location.pathname && link.search === location.search;
}
