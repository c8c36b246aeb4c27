'use client';
import { PlainButton } from '@/components/ui/plain-button';
import { BINDINGS, GROUPS } from './bindings';
import { Front } from './front';
import { KeyCaps } from './key-caps';
import classes from './keys.module.css';
import { KeysSwitch } from './keys-switch';
import { useDeskKeys } from './use-keys';

/** The keys that do something on this page, and no others. */
export function Sheet({ onClose }: { onClose: () => void }) {
  const { live } = useDeskKeys();
  const here = live();
  return (
    <Front label="Keys on this page" className={classes.sheet} onClose={onClose}>
      <header className={classes.sheetHead}>
        <h2>Keys on this page</h2>
        <PlainButton isQuiet isSmall onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
          Close
        </PlainButton>
      </header>
      <KeysSwitch />
      <div className={classes.groups}>
        {GROUPS.map((group) => {
          const bindings = BINDINGS.filter((one) => one.group === group && here.has(one.id));
          return bindings.length === 0 ? null : (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <dl>
                {bindings.map(({ id, words }) => (
                  <div key={id}>
                    <dt>{words}</dt>
                    <dd>
                      <KeyCaps of={id} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Front>
  );
}
