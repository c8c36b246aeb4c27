import type { Intake } from './intake';
import { wordsFor } from './reasons';
import { unasked } from './red-flags';

/** What a surgeon needs before reading, in the order a coordinator asks for it. */
export const MISSING_ITEMS = [
  'consent',
  'red_flags',
  'mri_images',
  'mri_outdated',
  'mri_date',
  'report',
  'pain',
  'conservative_care',
  'prior_surgery',
  'state',
  'sex_at_birth',
  'preferred_channel',
] as const;
export type MissingItem = (typeof MISSING_ITEMS)[number];

export const MISSING_WORDS: Record<MissingItem, string> = {
  consent: 'Consent',
  red_flags: 'Red-flag questions',
  mri_images: 'MRI images',
  mri_outdated: 'MRI > 12 mo',
  mri_date: 'MRI date',
  report: 'Report',
  pain: 'Pain details',
  conservative_care: 'Care tried',
  prior_surgery: 'Prior surgery',
  state: 'State',
  sex_at_birth: 'Sex at birth',
  preferred_channel: 'Preferred channel',
};

/** What is missing, then what was asked for besides: each once, in words. */
export function stillNeeded({
  missing,
  askedFor,
}: {
  readonly missing: readonly MissingItem[];
  readonly askedFor: readonly string[];
}): { readonly code: string; readonly words: string }[] {
  const words: Readonly<Record<string, string>> = MISSING_WORDS;
  return [...new Set<string>([...missing, ...askedFor])].map((code) => ({
    code,
    words: words[code] ?? wordsFor(code),
  }));
}

/** Older images are asked for again; payers and peers use 6 to 12 months (eviCore CMM-609, Guy's & St Thomas'). */
const OUTDATED_AFTER_MONTHS = 12;

/** What stands beside the intake as files. */
export type FilesHeld = { readonly hasReportFile: boolean };
export const NO_FILES: FilesHeld = { hasReportFile: false };

/** Names what is missing on `today` (ISO date of the clinic). An explicit "unknown" counts as asked; a report that came as a file is there. */
export function missingFrom(intake: Omit<Intake, 'source'>, today: string, files: FilesHeld): MissingItem[] {
  const { person, consents, complaint, imaging } = intake;
  const images = imaging.filter(
    (study) => study.modality === 'MR' && ['upload', 'link', 'cd', 'pacs'].includes(study.supplied ?? ''),
  );
  const dates = images.flatMap(({ studyDate }) => (studyDate && studyDate !== 'unknown' ? [studyDate] : []));
  const missing: Record<MissingItem, boolean> = {
    consent: !consents.privacyNotice || !consents.review || !consents.shareImages,
    red_flags: unasked(intake.redFlags).length > 0,
    mri_images: images.length === 0,
    mri_outdated: dates.length > 0 && dates.every((date) => monthsBefore(today, OUTDATED_AFTER_MONTHS) > date),
    mri_date: images.length > 0 && images.every(({ studyDate }) => studyDate === undefined),
    report:
      !files.hasReportFile && !intake.report?.text.trim() && !imaging.some((study) => study.supplied === 'report_only'),
    pain:
      complaint.dominantPain === undefined ||
      complaint.durationMonths === undefined ||
      complaint.weakness === undefined ||
      (complaint.worstPain ?? complaint.limbWorstPain) === undefined,
    conservative_care: intake.conservativeCare.length === 0,
    prior_surgery: intake.priorSurgery?.had === undefined,
    // Licences are by state at home, by country abroad.
    state: !person.state && (person.country ?? 'US') === 'US',
    sex_at_birth: person.sexAtBirth === undefined,
    preferred_channel: person.preferredChannel === undefined,
  };
  return MISSING_ITEMS.filter((item) => missing[item]);
}

function monthsBefore(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 10);
}
