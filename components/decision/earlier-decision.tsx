'use client';
import { said } from '@/components/request/words';
import { VerdictChip } from '@/components/ui/chip';
import { When } from '@/components/ui/when';
import type { DecisionShown } from '@/lib/domain/desk';
import { procedureOf } from '@/lib/domain/procedures';
import { wordsFor } from '@/lib/domain/reasons';
import classes from './amend.module.css';
import { IMAGES_WORDS } from './images-field';

/** The version that holds until the new one is saved. */
export function EarlierDecision({ decision, now }: { decision: DecisionShown; now: string }) {
  const {
    version,
    verdict,
    procedures,
    reasons,
    needs,
    conditions,
    message,
    imagesReviewedOn,
    amendReason,
    surgeon,
    at,
  } = decision;
  const rows = [
    [
      'Procedure',
      procedures.map(({ code, levels, side }) =>
        [procedureOf(code)?.words ?? code, levels.join(', '), side ? said(side).toLowerCase() : '']
          .filter(Boolean)
          .join(', '),
      ),
    ],
    ['Why', reasons.map(wordsFor)],
    ['Needed', needs.map(wordsFor)],
    ['Conditions', conditions],
    ['Images read on', [IMAGES_WORDS[imagesReviewedOn]]],
    ['To the person', message ? [message] : []],
    ['Amended because', amendReason ? [amendReason] : []],
  ] as const;
  return (
    <section className={classes.earlier} aria-label={`Version ${version}, as it stands`}>
      <h2>Version {version}, as it stands</h2>
      <p>
        <VerdictChip verdict={verdict} />
      </p>
      <dl>
        {rows
          .filter(([, lines]) => lines.length > 0)
          .map(([name, lines]) => (
            <div key={name}>
              <dt>{name}</dt>
              {lines.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          ))}
      </dl>
      <p className={classes.soft}>
        {surgeon.name}, <When at={at} now={now} />
      </p>
    </section>
  );
}
