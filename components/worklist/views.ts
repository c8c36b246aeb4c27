'use client';
import { createContext, useCallback, useContext, useState } from 'react';
import { type Action, useSave } from '@/components/ui/use-save';
import {
  arrangedViews,
  choicesOf,
  isSameQuestion,
  keptOf,
  movedView,
  type SavedView,
  type ViewChoice,
} from '@/lib/domain/views';
import type { Question } from './use-question';

export type ViewActs = {
  readonly keep: Action<{ readonly viewId: string }>;
  readonly change: Action<unknown>;
  readonly share: Action<unknown>;
  readonly remove: Action<unknown>;
  readonly restore: Action<unknown>;
  readonly prefer: Action<unknown>;
};

/** The saved views in this person's order, the one that is asked, and what can be done with them. */
export function useViews(given: readonly SavedView[], question: Question, acts: ViewActs) {
  const [choices, setChoices] = useState<readonly ViewChoice[] | null>(null);
  const [said, setSaid] = useState('');
  const prefer = useSave(acts.prefer);
  const views: readonly SavedView[] = choices ? arrangedViews(given, choices) : given;
  const tabs = views.filter(({ isTab }) => isTab);
  const here = views.find(({ id }) => id === question.asked.get('saved')) ?? null;

  const { save } = prefer;
  const arrange = useCallback(
    (wanted: readonly ViewChoice[], words: string) => {
      setChoices(wanted);
      setSaid(words);
      void save({ views: wanted });
    },
    [save],
  );
  function moveTo(id: string, to: number | string) {
    const wanted = movedView(views, id, to);
    const order = wanted.filter(({ isHidden }) => !isHidden).map((one) => one.id);
    const name = views.find((one) => one.id === id)?.name;
    arrange(wanted, `${name} is now tab ${order.indexOf(id) + 1} of ${order.length} saved views`);
  }
  function pin(id: string, isTab: boolean) {
    const name = views.find((one) => one.id === id)?.name;
    const wanted = choicesOf(views.map((one) => (one.id === id ? { ...one, isTab } : one)));
    arrange(wanted, isTab ? `${name} is a tab now` : `${name} is no tab any more; it stands under “Saved views”`);
  }
  return {
    views,
    tabs,
    here,
    isChanged: here !== null && !isSameQuestion(question.asked, here.question),
    standing: { view: question.view, ...keptOf(question.asked) },
    moveTo,
    pin,
    said,
    problem: prefer.problem,
    acts,
  };
}
export type Views = ReturnType<typeof useViews>;

export const hrefOfView = ({ id, question }: SavedView) =>
  `/requests?${new URLSearchParams({ ...question, saved: id })}`;

export const ViewsContext = createContext<Views | null>(null);
export function useTheViews(): Views {
  const views = useContext(ViewsContext);
  if (!views) throw new Error('useTheViews outside the worklist');
  return views;
}
