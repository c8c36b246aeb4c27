'use client';
import { said } from '@/components/request/words';
import { VerdictChip } from '@/components/ui/chip';
import { When } from '@/components/ui/when';
import type { DecisionShown } from '@/lib/domain/desk';
import { procedureOf } from '@/lib/domain/procedures';
import { wordsFor } from '@/lib/domain/reasons';
import classes from './earlier-decision.module.css';
import { IMAGES_WORDS } from './images-field';

/** The version that holds until the new one is saved. */
export function EarlierDecision({ decision, now }: { decision: DecisionShown; now: string }) {
  const { version, surgeon, at } = decision;
  return (
    <section className={classes.earlier} aria-label={`Version ${version}, as it stands`}>
      <h2>Version {version}, as it stands</h2>
      <DecisionLines decision={decision} />
      <p className={classes.soft}>
        {surgeon.name}, <When at={at} now={now} />
      </p>
    </section>
  );
}

type Lines = Partial<Omit<DecisionShown, 'verdict' | 'imagesReviewedOn'>> & {
  readonly verdict: DecisionShown['verdict'] | null;
  readonly imagesReviewedOn?: DecisionShown['imagesReviewedOn'] | null;
};

/** What a decision says, whole: one that stands, or one that is only typed. */
export function DecisionLines({ decision }: { decision: Lines }) {
  const { verdict, procedures = [], reasons = [], needs = [], conditions = [], message } = decision;
  const { imagesReviewedOn, amendReason } = decision;
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
    ['Images read on', imagesReviewedOn ? [IMAGES_WORDS[imagesReviewedOn]] : []],
    ['To the person', message ? [message] : []],
    ['Amended because', amendReason ? [amendReason] : []],
  ] as const;
  return (
    <>
      <p>{verdict ? <VerdictChip verdict={verdict} /> : 'No verdict chosen yet'}</p>
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
    </>
  );
}
