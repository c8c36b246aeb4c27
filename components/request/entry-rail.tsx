'use client';
import type { ReactNode } from 'react';
import { Chip, UrgencyChip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import { MISSING_WORDS, missingFrom } from '@/lib/domain/completeness';
import type { Intake } from '@/lib/domain/intake';
import { redFlagsOf, urgencyOf } from '@/lib/domain/red-flags';
import { dayOf } from '@/lib/domain/working-time';
import classes from './entry.module.css';
import { focusField } from './focus-field';
import { type Draft, type DraftForm, toldWhole } from './parts/draft';
import { fieldOfMissing } from './parts/parts';
import { answered } from './parts/red-flag-script';

/** What a surgeon would still miss if the call ended now. */
export function EntryRail({ form, children }: { form: DraftForm; children: ReactNode }) {
  const { timeZone, now } = useClinic();
  const missing = missingFrom(intakeOf(form.values), dayOf(new Date(now()), timeZone));
  const urgency = urgencyOf(redFlagsOf(answered(form.values.redFlags), form.values.imaging.length > 0));
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

/** Read with the same rule as the desk; half-typed values do no harm there. */
function intakeOf(draft: Draft): Intake {
  return { redFlags: {}, conservativeCare: [], imaging: [], ...toldWhole(draft) } as unknown as Intake;
}
