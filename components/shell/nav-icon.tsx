import type { NavIcon as Name } from './nav-entries';

const PATHS: Record<Name, string> = {
  list: 'M3 4.5h10M3 8h10M3 11.5h6',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3.2l2.2 1.3',
  scan: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M6.8 5c2.4 1.5 2.4 4.5 0 6M9.4 5c-2.4 1.5-2.4 4.5 0 6',
  tray: 'M8 2.5v6.5M5.2 6.3 8 9l2.8-2.7M2.5 9.5v4h11v-4',
  bars: 'M3.5 13V9M8 13V3.5M12.5 13V6.5',
  log: 'M4 2.5h8v11H4zM6.2 5.5h3.6M6.2 8h3.6M6.2 10.5h2',
  people:
    'M6 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5M2 13c0-2.3 1.7-3.7 4-3.7s4 1.4 4 3.7M10.7 7.3a2 2 0 1 0-.6-3.9M11.6 9.5c1.5.3 2.4 1.5 2.4 3.2',
  letter: 'M2.5 4h11v8.5h-11zM2.8 4.4 8 8.6l5.2-4.2',
  gear: 'M8 10.1a2.1 2.1 0 1 0 0-4.2 2.1 2.1 0 0 0 0 4.2M8 2v2M8 12v2M2 8h2M12 8h2M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M3.8 12.2l1.4-1.4M10.8 5.2l1.4-1.4',
};

export function NavIcon({ name, className }: { name: Name; className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
