/** How the stored words of an intake are said aloud. A word that is not here is said as it is stored. */
const SAID: Readonly<Record<string, string>> = {
  yes: 'Yes', no: 'No', unknown: 'Unknown', not_sure: 'Not sure',
  female: 'Female', male: 'Male', other: 'Other',
  en: 'English', es: 'Spanish',
  phone: 'Phone', text: 'Text', email: 'E-mail', letter: 'Letter', in_person: 'In person',
  lumbar: 'Low back', cervical: 'Neck', thoracic: 'Mid back', si: 'SI joint',
  back: 'Back', neck: 'Neck', leg: 'Leg', arm: 'Arm',
  left: 'Left', right: 'Right', both: 'Both', midline: 'Midline',
  stretching: 'Stretching', physical_therapy: 'Physical therapy', medication: 'Medication', injection: 'Injection',
  hot_cold: 'Hot / cold', chiropractic: 'Chiropractic',
  none: 'None', little: 'Little', good: 'Good',
  MR: 'MRI', CT: 'CT', XR: 'X-ray',
  upload: 'Uploaded', link: 'Link', cd: 'CD', report_only: 'Report only',
  web: 'Web form', referral: 'Referral', import: 'Import', api: 'Other program',
  under_50_ft: 'Under 50 ft', under_100_m: 'Under 100 m', '100_to_500_m': '100 to 500 m', over_500_m: 'Over 500 m',
  commercial: 'Commercial', medicare: 'Medicare', medicaid: 'Medicaid', workers_comp: "Workers' comp", auto: 'Auto', self_pay: 'Self-pay',
  person: 'person and contact', consents: 'consents', complaint: 'complaint', redFlags: 'red flags', conservativeCare: 'care tried',
  imaging: 'imaging', report: 'report', priorSurgery: 'prior surgery', fitness: 'fitness', insurance: 'insurance',
};

export function said(word: string): string {
  return SAID[word] ?? word;
}

/** The letter people read beside an age. */
export function sexLetter(sex: string | null | undefined): string {
  return sex === 'female' ? 'F' : sex === 'male' ? 'M' : '';
}
