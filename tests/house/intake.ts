import { RED_FLAG_CODES } from '@/lib/domain/red-flags';

export const noRedFlags = Object.fromEntries(
  RED_FLAG_CODES.filter((code) => code !== 'PSY1').map((code) => [code, 'no' as const]),
);

export const monthsAgo = (months: number) => new Date(Date.now() - months * 30 * 86_400_000).toISOString().slice(0, 10);

/** Everything a surgeon needs; `change` replaces whole parts. */
export const aFullIntake = (change: object = {}) => ({
  person: {
    firstName: 'Ana',
    lastName: 'Delgado',
    dateOfBirth: '1974-03-02',
    sexAtBirth: 'female',
    phone: '+13055550123',
    email: 'ana@example.com',
    state: 'FL',
  },
  consents: { review: true, phone: true },
  complaint: {
    region: 'lumbar',
    dominantPain: 'leg',
    side: 'right',
    durationMonths: 14,
    worstPain: 8,
    story: 'Pain to the right calf.',
  },
  redFlags: noRedFlags,
  conservativeCare: [{ kind: 'physical_therapy', weeks: 10, effect: 'little' }],
  imaging: [{ modality: 'MR', region: 'lumbar', studyDate: monthsAgo(2), supplied: 'upload' }],
  report: { text: 'L4-L5: right paracentral extrusion contacting the traversing L5 root.' },
  ...change,
});
