import type { MissingItem } from '@/lib/domain/completeness';
import type { Imaging } from '@/lib/domain/intake';
import type { Ailment } from './ailments';
import type { Chance } from './chance';
import { FACILITIES } from './places';

const DAY = 86_400_000;
const MONTH = 30.44 * DAY;

export type Scans = {
  readonly facility: string;
  /** The day of the scan that the report speaks of. */
  readonly day: string;
  readonly told: readonly Imaging[];
  readonly full: (arrived: Date) => Imaging[];
};

/** The images of a person: sent along, still at the center with only a report here, or too old and to be made again. */
export function scans(chance: Chance, { region }: Ailment, lacks: readonly MissingItem[], at: Date): Scans {
  const isLacking = lacks.includes('mri_images');
  const isOutdated = lacks.includes('mri_outdated');
  const facility = chance.pick(FACILITIES);
  const months = isOutdated
    ? chance.between(12.5, 40)
    : chance.of(0.76)
      ? chance.between(0.1, 5.9)
      : chance.between(6.1, 11.6);
  const day = dayOf(new Date(at.getTime() - months * MONTH));
  const supplied = chance.among({ upload: 55, link: 20, cd: 25 });
  const shown: Imaging = { modality: 'MR', region, studyDate: day, facility, supplied };
  const xray: Imaging = { modality: 'XR', region, studyDate: day, facility, supplied: 'upload' };
  const beside = chance.of(0.12) ? [xray] : [];
  const held: Imaging[] = chance.of(0.68)
    ? [{ ...shown, supplied: 'report_only' }]
    : chance.of(0.4)
      ? [{ modality: 'XR', region, supplied: 'none' }]
      : [];
  const again = (arrived: Date): Imaging => ({
    ...shown,
    studyDate: dayOf(new Date(arrived.getTime() - 2 * DAY)),
    supplied: 'upload',
  });
  return {
    facility,
    day,
    told: isLacking ? held : [shown, ...beside],
    full: (arrived) => (isOutdated ? [again(arrived), shown, ...beside] : [shown, ...beside]),
  };
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
