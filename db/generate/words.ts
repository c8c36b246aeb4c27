import { DECISION_REASONS } from '@/lib/domain/reasons';
import { RED_FLAG_QUESTIONS } from '@/lib/domain/red-flags';
import { FAMILIES } from '../seed/names';

const words = (line: string) => line.trim().split(/\s+/);

/** What the generated clinic is written with. Last names beyond the common ones are put together from three parts: some thirty thousand. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  first: FAMILIES.flatMap(({ female, male }) => [...female, ...male]).filter((name) => !/['\s]/.test(name)),
  last: FAMILIES.flatMap(({ last }) => last),
  head: words(
    'bar ben bor cal car dal dor el fal fen gal gor hal har jen kal kor lan lor mal mar mor nal nor ol pal per qui ral ros sal sor tal tor ul val ver wal wil zan',
  ),
  middle: words(
    'a ab ach ad al am an and ar ath e eb ed el em en end er eth i ic il im in ing is o ob od ol om on or u',
  ),
  tail: words(
    'berg bury by chuk dale den der don field ford ham ian ko land ley lin low man mont ner nik ov sen shaw ski son stein ton vich well wood worth zi',
  ),
  area: words(
    '305 786 954 561 407 813 727 850 904 941 239 352 386 863 772 404 678 770 212 646 718 917 201 973 214 469 713 832 602 480',
  ),
  domain: words(
    'gmail.com yahoo.com outlook.com icloud.com aol.com hotmail.com comcast.net att.net example.com example.org proton.me msn.com',
  ),
  reason: DECISION_REASONS.map(({ code }) => code).filter((code) => code !== 'OTHER'),
  story: [
    'Pain since lifting a box two years ago, down the right leg to the calf.',
    'Worse when standing in line at the store, better when sitting and leaning forward.',
    'Two epidural injections helped for about three weeks each.',
    'Therapy for ten weeks, then the pain came back on the stairs.',
    'Cannot sleep on the left side, wakes up three times a night.',
    'Numb fingers on the right hand when driving longer than half an hour.',
  ],
  report: [
    'L4-L5: right paracentral extrusion contacting the traversing L5 root.',
    'L5-S1: broad-based bulge with mild bilateral foraminal narrowing.',
    'C5-C6: disc osteophyte complex with moderate left foraminal stenosis.',
    'No cord signal abnormality. Conus terminates at L1.',
    'L3-L4: moderate central canal stenosis with ligamentum flavum thickening.',
    'Grade 1 anterolisthesis of L4 on L5, stable compared with the prior study.',
  ],
  note: [
    'Rang, no answer; left a message with our number.',
    'Asked for the report of the outside facility, they will fax it this week.',
    'Reads the images on a disc, mailing it on Monday.',
    'Prefers to be called after four in the afternoon.',
    'Daughter translates; asks for Spanish papers.',
    'Insurance card received and filed.',
    'Talked through what a free review is and is not.',
    'Wants to wait until after the holidays.',
    'Images compared with the report: same study, same date.',
    'Sent the address for the upload again.',
  ],
};

export const NO_FLAGS = Object.fromEntries(
  RED_FLAG_QUESTIONS.filter(({ isVolunteered }) => !isVolunteered).map(({ code }) => [code, 'no']),
);
