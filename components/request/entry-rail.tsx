'use client';
import type { ReactNode } from 'react';
import { Chip, UrgencyChip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import { MISSING_WORDS, missingFrom, NO_FILES } from '@/lib/domain/completeness';
import { redFlagsOf, urgencyOf } from '@/lib/domain/red-flags';
import { dayOf } from '@/lib/domain/working-time';
import classes from './entry.module.css';
import { focusField } from './focus-field';
import { type DraftForm, intakeOf } from './parts/draft';
import { fieldOfMissing } from './parts/parts';

/** What a surgeon would still miss if the call ended now. */
export function EntryRail({ form, children }: { form: DraftForm; children: ReactNode }) {
  const { timeZone, now } = useClinic();
  const intake = intakeOf(form.values);
  const missing = missingFrom(intake, dayOf(new Date(now()), timeZone), NO_FILES);
  const urgency = urgencyOf(redFlagsOf(intake));
  return (
    <aside className={classes.rail} aria-label="Completeness">
      {urgency !== 'routine' && (
        <p>
          <UrgencyChip urgency={urgency} />
        </p>
      )}
      <p className={classes.railHead}>
        {missing.length === 0 ? 'Ready for a surgeon' : `${missing.length} still missing for the surgeon`}
      </p>
      <ul>
        {missing.map((item) => (
          <li key={item}>
            <button type="button" onClick={() => focusField(fieldOfMissing(item))}>
              <Chip tone="amber">{MISSING_WORDS[item]}</Chip>
            </button>
          </li>
        ))}
      </ul>
      <p className={classes.hint}>It can be saved as it is and completed later.</p>
      <div className={classes.send}>{children}</div>
      <p className={classes.hint}>
        <kbd>Ctrl</kbd> <kbd>Enter</kbd> saves. A blank field was not asked; “Unknown” was asked.
      </p>
    </aside>
  );
}
