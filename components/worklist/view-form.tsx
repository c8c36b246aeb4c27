'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { Dialog } from '@/components/ui/dialog';
import linkButton from '@/components/ui/link-button.module.css';
import { ProblemLine } from '@/components/ui/problem-line';
import { type Action, useSave } from '@/components/ui/use-save';
import type { SavedView } from '@/lib/domain/views';
import { useTheViews } from './views';
import classes from './views.module.css';

/** A name for what stands now, or another name for a view. */
export function ViewForm({ view, onClose }: { view: SavedView | null; onClose: () => void }) {
  const { standing, acts } = useTheViews();
  const { me } = useClinic();
  const hasSearch = useSearchParams().has('find');
  const router = useRouter();
  const id = useId();
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setShared] = useState(false);
  const { save, isSaving, problem } = useSave((view ? acts.change : acts.keep) as Action<{ viewId: string }>);

  async function send(event: FormEvent) {
    event.preventDefault();
    const done = await save(view ? { viewId: view.id, name } : { name, question: standing, isShared });
    if (!done.ok) return;
    onClose();
    if (!view) router.push(`/requests?${new URLSearchParams({ ...standing, saved: done.answer.viewId })}`);
  }
  return (
    <Dialog title={view ? `Rename “${view.name}”` : 'Save this view'} onClose={onClose}>
      <form className={classes.form} method="dialog" onSubmit={send}>
        <label className={classes.field}>
          Name
          <input
            autoFocus
            required
            maxLength={60}
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
        {!view && me.role !== 'surgeon' && (
          <label className={classes.check}>
            <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.currentTarget.checked)} />
            Share with the team: a tab for everybody who works with requests
          </label>
        )}
        <p className={classes.soft} id={id}>
          The name may be read by others: no person’s name in it.
          {hasSearch && !view && ' The words you searched for are not kept: a view names nobody.'}
        </p>
        <ProblemLine problem={problem} />
        <div className={classes.buttons}>
          <button type="submit" className={`${linkButton.button} ${linkButton.filled}`} disabled={isSaving}>
            {view ? 'Rename' : 'Save view'}
          </button>
          <button type="button" className={`${linkButton.button} ${linkButton.quiet}`} onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
