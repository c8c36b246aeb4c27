'use client';
import type { CareTried, Complaint, Imaging, Region, Report } from '@/lib/domain/intake';
import { dayToSay } from './clinic-time';
import classes from './request.module.css';

/** Parts of what was told in the words of the desk, for every screen that shows them. */
export const axialPain = ({ worstPain, averagePain, painNow }: Complaint) => ({
  worst: worstPain,
  average: averagePain,
  now: painNow,
});
export const limbPain = ({ limbWorstPain, limbAveragePain, limbPainNow }: Complaint) => ({
  worst: limbWorstPain,
  average: limbAveragePain,
  now: limbPainNow,
});

/** Oswestry is asked of the back, the Neck Disability Index of the neck. */
export const disabilityIndexOf = (region: Region) => (region === 'cervical' ? 'NDI' : 'ODI');

export const percent = (value: number | 'unknown' | undefined) => (typeof value === 'number' ? `${value} %` : value);

export function moreOfCare({ count, reliefPercent, mmePerDay, lastDate }: CareTried): string[] {
  return [
    ...(count === undefined ? [] : [count === 'unknown' ? 'how many: unknown' : `${count} in all`]),
    ...(reliefPercent === undefined
      ? []
      : [reliefPercent === 'unknown' ? 'relief unknown' : `best relief ${reliefPercent} %`]),
    ...(mmePerDay === undefined ? [] : [mmePerDay === 'unknown' ? 'MME unknown' : `${mmePerDay} MME a day`]),
    ...(lastDate === undefined ? [] : [lastDate === 'unknown' ? 'last date unknown' : `last on ${dayToSay(lastDate)}`]),
  ];
}

/** How a study was made, as far as it was told. */
export function techniqueOf({ fieldStrength, contrast }: Imaging): string[] {
  return [
    ...(typeof fieldStrength === 'number' ? [`${fieldStrength} T`] : []),
    ...(contrast === 'yes' ? ['with contrast'] : contrast === 'no' ? ['without contrast'] : []),
  ];
}

export function SignedBy({ report: { radiologist, date } }: { report: Report }) {
  const when = date === undefined ? '' : date === 'unknown' ? 'date unknown' : dayToSay(date);
  if (!radiologist && !when) return null;
  return <p className={classes.soft}>{[radiologist, when].filter(Boolean).join(', ')}</p>;
}
