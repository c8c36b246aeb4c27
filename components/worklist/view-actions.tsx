'use client';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { Menu } from '@/components/ui/menu';
import { ProblemLine } from '@/components/ui/problem-line';
import { useSave } from '@/components/ui/use-save';
import type { SavedView } from '@/lib/domain/views';
import { hrefOfView, useTheViews } from './views';
import classes from './views.module.css';

const ViewForm = lazy(() => import('./view-form').then((held) => ({ default: held.ViewForm })));

/** Saves what stands now, and holds what can be done with the view that is open. */
export function ViewActions({ mayKeep }: { mayKeep: boolean }) {
  const { here, isChanged, standing, acts } = useTheViews();
  const [asks, setAsks] = useState<'keep' | 'rename' | null>(null);
  const [gone, setGone] = useState<SavedView | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const change = useSave(acts.change);
  const share = useSave(acts.share);
  const remove = useSave(acts.remove);
  const restore = useSave(acts.restore);
  const router = useRouter();

  async function removeIt(view: SavedView) {
    if (!(await remove.save({ viewId: view.id })).ok) return;
    setGone(view);
    router.replace('/requests');
  }
  async function bringBack(view: SavedView) {
    if (!(await restore.save({ viewId: view.id })).ok) return;
    setGone(null);
    router.replace(hrefOfView(view));
  }
  async function copy(view: SavedView) {
    const link = `${window.location.origin}/requests?saved=${view.id}`;
    // Where the browser does not let us, the link is shown to be copied by hand.
    setCopied(
      await navigator.clipboard.writeText(link).then(
        () => 'Link copied',
        () => link,
      ),
    );
  }
  return (
    <>
      {here?.isMine && isChanged && (
        <button
          type="button"
          className={classes.tool}
          disabled={change.isSaving}
          onClick={() => void change.save({ viewId: here.id, question: standing })}
        >
          Save changes
        </button>
      )}
      {mayKeep && (
        <button type="button" className={classes.tool} onClick={() => setAsks('keep')}>
          + Save view
        </button>
      )}
      {here && (
        <ViewMenu
          view={here}
          onRename={() => setAsks('rename')}
          onShare={() => void share.save({ viewId: here.id, isShared: !here.isShared })}
          onReplace={() => void change.save({ viewId: here.id, question: standing })}
          onRemove={() => void removeIt(here)}
          onCopy={() => void copy(here)}
        />
      )}
      <Said gone={gone} copied={copied} onUndo={bringBack} />
      <ProblemLine problem={change.problem ?? share.problem ?? remove.problem ?? restore.problem} />
      <Suspense>{asks && <ViewForm view={asks === 'rename' ? here : null} onClose={() => setAsks(null)} />}</Suspense>
    </>
  );
}

type Gone = { gone: SavedView | null; copied: string | null; onUndo: (view: SavedView) => Promise<void> };
function Said({ gone, copied, onUndo }: Gone) {
  const { said } = useTheViews();
  return (
    <>
      {gone && (
        <span className={classes.gone}>
          “{gone.name}” was deleted.{' '}
          <button type="button" className={classes.undo} onClick={() => void onUndo(gone)}>
            Undo
          </button>
        </span>
      )}
      {copied && <span className={classes.gone}>{copied}</span>}
      <span aria-live="polite" className="unseen">
        {gone ? `${gone.name} was deleted` : (copied ?? said)}
      </span>
    </>
  );
}

type MenuProps = {
  readonly view: SavedView;
  readonly onRename: () => void;
  readonly onShare: () => void;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
  readonly onCopy: () => void;
};

function ViewMenu({ view, onRename, onShare, onReplace, onRemove, onCopy }: MenuProps) {
  const { tabs, isChanged, moveTo, pin } = useTheViews();
  const { me } = useClinic();
  const at = tabs.findIndex(({ id }) => id === view.id);
  const mayShare = view.isMine && me.role !== 'surgeon';
  const choices: readonly (readonly [words: string, isOffered: boolean, act: () => void])[] = [
    ['Move left', at > 0, () => moveTo(view.id, -1)],
    ['Move right', at >= 0 && at < tabs.length - 1, () => moveTo(view.id, 1)],
    [view.isTab ? 'Take off the tabs' : 'Make it a tab', true, () => pin(view.id, !view.isTab)],
    ['Copy link', true, onCopy],
    ['Replace by what stands now', view.isMine && isChanged, onReplace],
    ['Rename …', view.isMine, onRename],
    [view.isShared ? 'Keep to myself' : 'Share with the team', mayShare, onShare],
    [view.isShared ? 'Delete for everybody' : 'Delete', view.mayDelete, onRemove],
  ];
  const offered = choices.filter(([, isOffered]) => isOffered);
  return (
    <Menu
      label={`Edit view ${view.name}`}
      className={classes.tool}
      kind="act"
      items={offered.map(([words]) => ({ value: words, words }))}
      onPick={(picked) => offered.find(([words]) => words === picked)?.[2]()}
    >
      Edit view <span aria-hidden>▾</span>
    </Menu>
  );
}
