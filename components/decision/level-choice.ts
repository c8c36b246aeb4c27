import type { Region } from '@/lib/domain/intake';
import { type Family, LEVELS, type Level, levelsOf, PROCEDURES } from '@/lib/domain/procedures';

const ENDS: Partial<Record<Region, readonly [Level, Level]>> = {
  cervical: ['C1-C2', 'C7-T1'],
  thoracic: ['T1-T2', 'T12-L1'],
  lumbar: ['T12-L1', 'L5-S1'],
  si: ['SI', 'SI'],
};

/** Levels to offer: those of the procedure, and of the region the person complains of unless all are wanted. */
export function levelsToOffer(code: string, region: Region): readonly Level[] {
  const ends = ENDS[region];
  if (!ends) return levelsOf(code);
  return levelsOf(code).filter(
    (level) => LEVELS.indexOf(level) >= LEVELS.indexOf(ends[0]) && LEVELS.indexOf(level) <= LEVELS.indexOf(ends[1]),
  );
}

export function proceduresToOffer(family: Family, region: Region) {
  return PROCEDURES.filter((one) => one.family === family && levelsToOffer(one.code, region).length > 0);
}
