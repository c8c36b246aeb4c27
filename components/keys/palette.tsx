'use client';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import type { Find } from '@/components/worklist/search-box';
import { Front } from './front';
import { KeyCaps } from './key-caps';
import classes from './keys.module.css';
import { linesFor, remember } from './lines';
import { type Command, useDeskKeys } from './use-keys';

/** Everything that can be gone to or done from here, by typing some of its letters. */
export function Palette({ find, onClose }: { find: Find; onClose: () => void }) {
  const { commands } = useDeskKeys();
  const { me } = useClinic();
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const all = useMemo(commands, [commands]);
  const lines = useMemo(() => {
    const go = (href: string) => router.push(href);
    // Words name people: they go to the clinic in a body, and into the address sealed.
    const search = async (words: string) => {
      const sealed = await find({ words }).catch(() => null);
      go(`/requests?${new URLSearchParams({ view: 'all', ...(sealed?.ok ? { find: sealed.answer.find } : {}) })}`);
    };
    return linesFor({ typed, commands: all, role: me.role, go, search });
  }, [typed, all, me.role, router, find]);
  const chosen = lines[Math.min(at, lines.length - 1)];

  function run(line: Command | undefined) {
    if (!line) return;
    remember(line);
    // It gives the focus back before anything else takes it.
    document.getElementById(id)?.closest('dialog')?.close();
    requestAnimationFrame(line.run);
  }
  function keyed(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && lines.length > 0) {
      const next = (Math.min(at, lines.length - 1) + step + lines.length) % lines.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Front label="Go anywhere, do anything" className={classes.palette} onClose={onClose}>
      <input
        role="combobox"
        aria-label="Page, view, request or step"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={chosen && `${id}-${lines.indexOf(chosen)}`}
        aria-autocomplete="list"
        className={classes.typed}
        placeholder="A page, a view, MR-000123, a step …"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keyed}
      />
      <div role="listbox" id={id} aria-label="What fits" className={classes.lines}>
        {lines.map((line, place) => (
          <Line
            key={`${line.group} ${line.id}`}
            id={`${id}-${place}`}
            line={line}
            isFirstOfGroup={lines[place - 1]?.group !== line.group}
            isChosen={line === chosen}
            onPick={() => run(line)}
          />
        ))}
      </div>
      <p role="status" className={lines.length === 0 ? classes.nothing : 'unseen'}>
        {lines.length === 0 ? 'Nothing fits' : `${lines.length} fit`}
      </p>
    </Front>
  );
}

type LineProps = {
  readonly id: string;
  readonly line: Command;
  readonly isFirstOfGroup: boolean;
  readonly isChosen: boolean;
  readonly onPick: () => void;
};

function Line({ id, line, isFirstOfGroup, isChosen, onPick }: LineProps) {
  return (
    <>
      {isFirstOfGroup && (
        <div role="presentation" className={classes.group}>
          {line.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys */}
      <div role="option" id={id} tabIndex={-1} aria-selected={isChosen} className={classes.line} onClick={onPick}>
        {line.words}
        {line.key && <KeyCaps of={line.key} />}
      </div>
    </>
  );
}
