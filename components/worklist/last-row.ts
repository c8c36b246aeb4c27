/** Where a list was left to open a request: by the history entry of the list, and for other tabs by the number of the request. Numbers and addresses; addresses name nobody. */
type Left = { readonly number: string; readonly y: number; readonly at: number };
/** `by` whom: at a shared machine nobody is led to somebody else's search. */
type Leaving = Left & { readonly address: string; readonly by: string };

const RETURN = 'foramen-return';
const LEAVINGS = 'foramen-left';
const MOST_KEPT = 40;

/** Called as a request is opened in this tab. The history entry keeps it over a reload. */
export function rememberRow(number: string, by: string): void {
  const left = leftBy(number);
  window.history.replaceState({ ...window.history.state, left }, '');
  noteLeaving(number, by);
}

/** Called as a request may be opened anywhere: another tab can lead back, too. */
export function noteLeaving(number: string, by: string): void {
  const leaving: Leaving = { ...leftBy(number), by, address: window.location.pathname + window.location.search };
  const others = leavings().filter((one) => one.number !== number);
  window.localStorage.setItem(LEAVINGS, JSON.stringify([leaving, ...others].slice(0, MOST_KEPT)));
}

/** The address of the list that a request was opened from. */
export function listBehind(number: string, by: string): string | null {
  const address = leavings().find((one) => one.number === number && one.by === by)?.address;
  return address && /^\/requests(\?|$)/.test(address) ? address : null;
}

/** Called as a way back is taken that no history knows. */
export function returnTo(number: string): void {
  const leaving = leavings().find((one) => one.number === number);
  if (leaving) window.sessionStorage.setItem(RETURN, JSON.stringify(leftOf(leaving)));
}

/** The page where it was and the focus on its row, once, after the browser and the router have done theirs. */
export function returnToRow(): () => void {
  const left = leftHere();
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => left && standAgain(left));
  });
  return () => cancelAnimationFrame(frame);
}

function standAgain({ number, y, at }: Left) {
  window.sessionStorage.removeItem(RETURN);
  window.history.replaceState({ ...window.history.state, left: undefined }, '');
  window.scrollTo(0, y);
  // The row may have left the list meanwhile: its neighbour is the next best place.
  const link = document.getElementById(`row-${number}`) ?? rowLinks().at(Math.min(at, rowLinks().length - 1));
  link?.focus({ preventScroll: true });
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

const rowLinks = () => [...document.querySelectorAll<HTMLElement>('a[id^="row-"]')];
const leftOf = ({ number, y, at }: Left): Left => ({ number, y, at });

function leftBy(number: string): Left {
  const at = rowLinks().findIndex(({ id }) => id === `row-${number}`);
  return { number, y: Math.round(window.scrollY), at: Math.max(0, at) };
}

function leftHere(): Left | null {
  const byHistory = (window.history.state as { left?: unknown } | null)?.left;
  const isLeft = (one: unknown): one is Left => typeof (one as Left | null)?.number === 'string';
  if (isLeft(byHistory)) return byHistory;
  const returned: unknown = JSON.parse(window.sessionStorage.getItem(RETURN) ?? 'null');
  return isLeft(returned) ? returned : null;
}

function leavings(): readonly Leaving[] {
  const kept: unknown = JSON.parse(window.localStorage.getItem(LEAVINGS) ?? '[]');
  return Array.isArray(kept) ? (kept as Leaving[]) : [];
}
