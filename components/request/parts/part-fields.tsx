'use client';
import type { ComponentType } from 'react';
import { CareFields } from './care-fields';
import { ComplaintFields } from './complaint-fields';
import { ConsentFields } from './consent-fields';
import type { DraftForm, Part } from './draft';
import { FitnessFields, InsuranceFields, ReportFields, SurgeryFields } from './history-fields';
import { ImagingFields } from './imaging-fields';
import { PersonFields } from './person-fields';
import { RedFlagScript } from './red-flag-script';

/** The same fields on the phone and in a correction. */
export const PART_FIELDS: Record<Part, ComponentType<{ form: DraftForm }>> = {
  person: PersonFields,
  redFlags: RedFlagScript,
  consents: ConsentFields,
  complaint: ComplaintFields,
  conservativeCare: CareFields,
  imaging: ImagingFields,
  report: ReportFields,
  priorSurgery: SurgeryFields,
  fitness: FitnessFields,
  insurance: InsuranceFields,
};
