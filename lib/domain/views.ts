import type { Count } from './desk';

/** A question somebody gave a name, as the URL says it. It never holds the words of a search: those name people. */
export type ViewQuestion = Readonly<Record<string, string>>;
export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly question: ViewQuestion;
  readonly isShared: boolean;
  readonly isMine: boolean;
  readonly mayDelete: boolean;
  readonly owner: string;
  /** Stands beside the built-in tabs of this person. */
  readonly isTab: boolean;
  /** Counted only where it is a tab. */
  readonly count: Count | null;
  /** What the desk no longer understands of it. */
  readonly problem: string | null;
};

/** How one person stands a view among their tabs; one that is not named stands at the end. */
export type ViewChoice = { readonly id: string; readonly isHidden?: boolean };

export const MOST_VIEWS = 50;
/** Each tab is counted whenever the list is drawn. */
export const MOST_TABS = 20;

type Standing = { readonly id: string; readonly isTab: boolean };

/** In this person's order, each with whether it is a tab of theirs. */
export function arrangedViews<V extends { readonly id: string }>(
  views: readonly V[],
  choices: readonly ViewChoice[],
): (V & Standing)[] {
  const placeOf = (id: string) => {
    const at = choices.findIndex((choice) => choice.id === id);
    return at < 0 ? choices.length : at;
  };
  const isHidden = (id: string) => choices.find((choice) => choice.id === id)?.isHidden ?? false;
  let tabs = 0;
  return [...views]
    .sort((a, b) => placeOf(a.id) - placeOf(b.id))
    .map((view) => {
      const isTab = !isHidden(view.id) && tabs < MOST_TABS;
      if (isTab) tabs += 1;
      return { ...view, isTab };
    });
}

export const choicesOf = (views: readonly Standing[]): ViewChoice[] =>
  views.map(({ id, isTab }) => (isTab ? { id } : { id, isHidden: true }));

/** One place on among the tabs, or to where another tab stands. */
export function movedView(views: readonly Standing[], id: string, to: number | string): ViewChoice[] {
  const tabs = views.filter(({ isTab }) => isTab);
  const from = tabs.findIndex((view) => view.id === id);
  const target = typeof to === 'string' ? tabs.findIndex((view) => view.id === to) : from + to;
  const [moved] = tabs.slice(from, from + 1);
  if (from < 0 || !moved || target < 0 || target >= tabs.length) return choicesOf(views);
  const rest = tabs.filter((view) => view.id !== id);
  const hidden = views.filter(({ isTab }) => !isTab);
  return choicesOf([...rest.slice(0, target), moved, ...rest.slice(target), ...hidden]);
}

/** The same question, however its address is put; where a page stands in the list is no part of it. */
export function isSameQuestion(asked: Iterable<readonly [string, string]>, question: ViewQuestion): boolean {
  return plainly(asked) === plainly(Object.entries(question));
}

/** What a view may keep of an address. */
export function keptOf(asked: Iterable<readonly [string, string]>): ViewQuestion {
  return Object.fromEntries([...asked].filter(([name, value]) => value && !PASSING.includes(name)));
}

/** Of the address, not of the question: where one stands, where one came from, and words that name people. */
const PASSING = ['cursor', 'page', 'before', 'saved', 'find', 'q'];
const USUAL: ViewQuestion = { sort: 'due', limit: '50' };

function plainly(asked: Iterable<readonly [string, string]>): string {
  return JSON.stringify(
    [...asked]
      .filter(([name, value]) => value && (!PASSING.includes(name) || name === 'find') && USUAL[name] !== value)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
