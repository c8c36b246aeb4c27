type Place = {
  readonly city: string;
  readonly state: string;
  readonly area: string;
  readonly zip: string;
  readonly zone?: string;
};

/** Where people write from, with the first three digits of the postcode and how often. */
export const PLACES: readonly (readonly [Place, number])[] = [
  [{ city: 'Miami', state: 'FL', area: '305', zip: '331' }, 11],
  [{ city: 'Hialeah', state: 'FL', area: '786', zip: '330' }, 7],
  [{ city: 'Fort Lauderdale', state: 'FL', area: '954', zip: '333' }, 9],
  [{ city: 'West Palm Beach', state: 'FL', area: '561', zip: '334' }, 8],
  [{ city: 'Orlando', state: 'FL', area: '407', zip: '328' }, 9],
  [{ city: 'Melbourne', state: 'FL', area: '321', zip: '329' }, 3],
  [{ city: 'Tampa', state: 'FL', area: '813', zip: '336' }, 11],
  [{ city: 'St. Petersburg', state: 'FL', area: '727', zip: '337' }, 6],
  [{ city: 'Sarasota', state: 'FL', area: '941', zip: '342' }, 5],
  [{ city: 'Fort Myers', state: 'FL', area: '239', zip: '339' }, 4],
  [{ city: 'Jacksonville', state: 'FL', area: '904', zip: '322' }, 6],
  [{ city: 'Ocala', state: 'FL', area: '352', zip: '344' }, 4],
  [{ city: 'Daytona Beach', state: 'FL', area: '386', zip: '321' }, 3],
  [{ city: 'Lakeland', state: 'FL', area: '863', zip: '338' }, 3],
  [{ city: 'Pensacola', state: 'FL', area: '850', zip: '325', zone: 'America/Chicago' }, 2],
  [{ city: 'Savannah', state: 'GA', area: '912', zip: '314' }, 2],
  [{ city: 'Atlanta', state: 'GA', area: '404', zip: '303' }, 2],
  [{ city: 'Mobile', state: 'AL', area: '251', zip: '366', zone: 'America/Chicago' }, 2],
  [{ city: 'Charleston', state: 'SC', area: '843', zip: '294' }, 1],
  [{ city: 'Charlotte', state: 'NC', area: '704', zip: '282' }, 1],
  [{ city: 'Nashville', state: 'TN', area: '615', zip: '372', zone: 'America/Chicago' }, 1],
];

/** Imaging centers that are nowhere. */
export const FACILITIES = [
  'Bayshore Open MRI',
  'Gulfside Imaging',
  'Palmetto Radiology',
  'Coral Way Diagnostics',
  'Lakeview Imaging Center',
  'Sunrise MRI & CT',
  'Northlake Radiology',
  'Citrus Park Imaging',
  'Harborside Diagnostic',
  'Cypress Point MRI',
  'Magnolia Imaging Partners',
  'St. Johns Imaging',
  'Brickell Open MRI',
  'Suncoast Hospital outpatient',
];
export const REFERRERS = [
  'Dr. R. Alvarado, primary care',
  'Dr. N. Feldstein, pain management',
  'Dr. J. Castellanos, chiropractic',
  'Dr. P. Sandhu, neurology',
  'Gulfside Physical Therapy',
  'Dr. M. Okafor, internal medicine',
  'Dr. L. Brandt, physiatry',
  'Westshore Family Practice',
  'Dr. E. Quintana, orthopedics',
  'former patient',
];
export const CAMPAIGNS = [
  'search-sciatica',
  'search-free-mri-review',
  'radio-spring',
  'community-talk',
  'newsletter',
  'es-buscar-dolor-espalda',
  'video-stenosis',
];
export const PAYERS = [
  'Gulfstream Health PPO',
  'Palm Mutual',
  'Seaboard Blue',
  'Everwell HMO',
  'Atlantic Union Plan',
  'Medicare Part B',
  'Sunshine Advantage',
  'Keystone Employers Plan',
];
