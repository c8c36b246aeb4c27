import classes from './decision.module.css';
import type { ImagesReviewedOn } from './draft';
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
  readonly onChange: (chosen: ImagesReviewedOn) => void;
};

/** Kept with the decision: on what the images were read. */
export function ImagesField({ chosen, onChange }: Props) {
  return (
    <fieldset className={classes.field}>
      <legend>Where did you look at the images?</legend>
      <Picks
        type="radio"
        name="imagesReviewedOn"
        values={chosen === 'reference_viewer' ? [...OFFERED, chosen] : OFFERED}
        words={(one) => IMAGES_WORDS[one]}
        chosen={chosen ? [chosen] : []}
        onChoose={onChange}
      />
    </fieldset>
  );
}
