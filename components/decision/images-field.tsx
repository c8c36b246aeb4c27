import { useId } from 'react';
import type { Field as Wanted } from '@/lib/domain/refusal';
import classes from './decision.module.css';
import type { ImagesReviewedOn } from './draft';
import { messagesAt, Wrong } from './field';
import { Picks } from './pick';

export const IMAGES_WORDS: Record<ImagesReviewedOn, string> = {
  clinic_pacs: 'Clinic viewer (PACS)',
  reference_viewer: 'Reference viewer',
  report_only: 'Report only',
  not_recorded: 'Not recorded',
};
const OFFERED = ['clinic_pacs', 'report_only', 'not_recorded'] as const satisfies readonly ImagesReviewedOn[];

type Props = {
  readonly chosen: ImagesReviewedOn | null;
  readonly wanted: readonly Wanted[];
  readonly onChange: (chosen: ImagesReviewedOn) => void;
};

/** Kept with the decision: on what the images were read. */
export function ImagesField({ chosen, wanted, onChange }: Props) {
  const id = useId();
  const wrong = messagesAt(wanted, 'imagesReviewedOn');
  return (
    <fieldset className={classes.field} aria-describedby={wrong.length > 0 ? id : undefined}>
      <legend>Where did you look at the images?</legend>
      <Picks
        type="radio"
        name="imagesReviewedOn"
        values={chosen === 'reference_viewer' ? [...OFFERED, chosen] : OFFERED}
        words={(one) => IMAGES_WORDS[one]}
        chosen={chosen ? [chosen] : []}
        onChoose={onChange}
      />
      <Wrong id={id} messages={wrong} />
    </fieldset>
  );
}
