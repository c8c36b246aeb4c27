import { RED_FLAG_QUESTIONS } from './red-flags';

/** How a cell is read: import-cells.ts has one reader for each. */
export type CellKind =
  | 'text'
  | 'full_name'
  | 'day'
  | 'phone'
  | 'yes_no'
  | 'consent'
  | 'red_flag'
  | 'number'
  | 'months'
  | 'state'
  | 'sex'
  | 'region'
  | 'dominant_pain'
  | 'side'
  | 'language'
  | 'channel'
  | 'modality'
  | 'supplied'
  | 'plan';
export type ImportField = {
  /** Where it stands in an intake, with dots. */
  readonly code: string;
  readonly words: string;
  readonly group: string;
  readonly kind: CellKind;
  /** How columns of it are usually called: lower case, letters and digits only. */
  readonly names: readonly string[];
  readonly isNeeded?: true;
};

type Line = readonly [code: string, words: string, kind: CellKind, names: string, isNeeded?: true];
const grouped = (group: string, lines: readonly Line[]): ImportField[] =>
  lines.map(([code, words, kind, names, isNeeded]) => ({
    code,
    words,
    group,
    kind,
    names: names.split(' '),
    ...(isNeeded ? { isNeeded } : {}),
  }));

/** What a column can mean: each field, how its cells are read, and by which names it is known. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  ...grouped('Person', [
    ['person.firstName', 'First name', 'text', 'firstname first givenname forename fname patientfirstname', true],
    ['person.lastName', 'Last name', 'text', 'lastname last surname familyname lname patientlastname', true],
    ['person.fullName', 'Whole name, as “Last, First”', 'full_name', 'name fullname patientname patient contactname'],
    ['person.dateOfBirth', 'Date of birth', 'day', 'dob dateofbirth birthdate birthday born birth patientdob', true],
    ['person.sexAtBirth', 'Sex at birth', 'sex', 'sexatbirth sex gender birthsex'],
    [
      'person.phone',
      'Phone',
      'phone',
      'phone phonenumber telephone tel mobile cell cellphone mobilephone primaryphone homephone phone1',
      true,
    ],
    ['person.secondPhone', 'Second phone', 'phone', 'secondphone phone2 otherphone altphone alternatephone workphone'],
    ['person.email', 'E-mail', 'text', 'email emailaddress mail patientemail'],
    ['person.preferredName', 'Preferred name', 'text', 'preferredname nickname goesby'],
    ['person.language', 'Language', 'language', 'language preferredlanguage lang spokenlanguage'],
    ['person.needsInterpreter', 'Needs an interpreter', 'yes_no', 'needsinterpreter interpreter interpreterneeded'],
    ['person.state', 'State', 'state', 'state st province homestate addressstate'],
    ['person.postcode', 'ZIP code', 'text', 'zip zipcode postcode postalcode'],
    [
      'person.preferredChannel',
      'Preferred channel',
      'channel',
      'preferredchannel preferredcontact contactmethod contactpreference preferredcontactmethod',
    ],
    ['person.bestHours', 'Best hours to reach', 'text', 'besthours besttime besttimetocall besttimetoreach'],
    ['person.mayLeaveVoicemail', 'May leave a voicemail', 'yes_no', 'mayleavevoicemail voicemail voicemailok'],
    ['person.doNotContact', 'Do not contact', 'yes_no', 'donotcontact dnc optout unsubscribed'],
  ]),
  ...grouped('Complaint', [
    ['complaint.region', 'Region', 'region', 'region spineregion area bodypart location wheredoesithurt painlocation'],
    ['complaint.dominantPain', 'Dominant pain', 'dominant_pain', 'dominantpain mainpain worstarea'],
    ['complaint.side', 'Side', 'side', 'side laterality'],
    [
      'complaint.durationMonths',
      'Duration, in months',
      'months',
      'durationmonths duration months howlong symptomduration',
    ],
    ['complaint.worstPain', 'Worst pain, 0 to 10', 'number', 'worstpain pain painscore painlevel nrs painscale vas'],
    ['complaint.averagePain', 'Average pain, 0 to 10', 'number', 'averagepain avgpain'],
    ['complaint.limbWorstPain', 'Worst leg or arm pain, 0 to 10', 'number', 'limbworstpain legpain armpain limbpain'],
    ['complaint.radiation', 'Where it radiates', 'text', 'radiation radiates radiatesto'],
    ['complaint.numbness', 'Numbness', 'yes_no', 'numbness tingling numbnesstingling'],
    ['complaint.weakness', 'Weakness', 'yes_no', 'weakness'],
    ['complaint.onset', 'How it began', 'text', 'onset howitbegan mechanism'],
    ['complaint.goal', 'Goal', 'text', 'goal goals'],
    ['complaint.work', 'Work', 'text', 'work occupation job employer'],
    ['complaint.story', 'Story', 'text', 'story notes note comments comment message description history symptoms'],
  ]),
  ...grouped(
    'Red flags',
    RED_FLAG_QUESTIONS.map(
      ({ code, ask }): Line => [
        `redFlags.${code}`,
        `${code}: ${ask}`,
        'red_flag',
        `${code.toLowerCase()} redflag${code.toLowerCase()} redflags${code.toLowerCase()}`,
      ],
    ),
  ),
  ...grouped('Imaging and report', [
    ['imaging.modality', 'Imaging: kind', 'modality', 'modality imagingtype imagingkind scantype'],
    ['imaging.studyDate', 'Imaging: date', 'day', 'mridate imagingdate studydate scandate dateofmri lastmri mritaken'],
    ['imaging.supplied', 'Imaging: how it comes', 'supplied', 'supplied imagessupplied imagesby hasimages'],
    ['imaging.facility', 'Imaging: facility', 'text', 'facility imagingfacility imagingcenter mrifacility'],
    ['report.text', 'Report', 'text', 'report mrireport radiologyreport findings impression'],
    [
      'priorSurgery.had',
      'Prior spine surgery',
      'yes_no',
      'priorsurgery previoussurgery spinesurgery hadsurgery surgery',
    ],
    ['priorSurgery.detail', 'Prior surgery: which', 'text', 'surgerydetail surgerydetails priorsurgerydetail'],
  ]),
  ...grouped('Insurance', [
    ['insurance.payer', 'Insurance', 'text', 'insurance payer insurancecompany carrier insurer insurancename'],
    ['insurance.planType', 'Plan type', 'plan', 'plantype plan insurancetype'],
    ['insurance.memberId', 'Member id', 'text', 'memberid insuranceid policynumber memberno subscriberid'],
  ]),
  ...grouped('How they came', [
    ['source.referrer', 'Referrer', 'text', 'referrer referredby referringdoctor referringprovider referringphysician'],
    ['source.referrerNpi', 'Referrer’s NPI', 'text', 'referrernpi npi'],
    ['source.campaign', 'Campaign', 'text', 'campaign utmcampaign leadsource'],
  ]),
  ...grouped('Consents', [
    ['consents.privacyNotice', 'Privacy notice given', 'consent', 'privacynotice npp hipaa hipaanotice'],
    ['consents.review', 'May review the images', 'consent', 'consent consentreview reviewconsent'],
    ['consents.shareImages', 'May store and share images', 'consent', 'shareimages consentshareimages imageconsent'],
    ['consents.phone', 'May call', 'consent', 'consentphone maycall phoneconsent callconsent'],
    ['consents.text', 'May text', 'consent', 'consenttext maytext textconsent smsconsent smsoptin'],
    ['consents.email', 'May e-mail', 'consent', 'consentemail mayemail emailconsent emailoptin'],
    ['consents.marketing', 'May send marketing', 'consent', 'marketing marketingconsent marketingoptin newsletter'],
    ['consents.tellDoctor', 'May tell their doctor', 'consent', 'telldoctor telltheirdoctor sharewithdoctor'],
  ]),
];

const BY_CODE = new Map(IMPORT_FIELDS.map((field) => [field.code, field]));
export const fieldOf = (code: string | null): ImportField | undefined => (code ? BY_CODE.get(code) : undefined);
export const IMPORT_FIELD_CODES = IMPORT_FIELDS.map(({ code }) => code);

/** A column's name as the table above knows it. */
const bare = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** What each column probably means, by what was chosen last time and by its name; each field once. */
export function suggestFields(
  columns: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): (string | null)[] {
  const taken = new Set<string>();
  const take = (code: string | undefined): string | null => {
    if (!code || taken.has(code) || !BY_CODE.has(code)) return null;
    taken.add(code);
    return code;
  };
  const known = columns.map((name) => take(Object.hasOwn(remembered, name) ? remembered[name] : undefined));
  return columns.map((name, at) => {
    if (Object.hasOwn(remembered, name)) return known[at] ?? null;
    return take(IMPORT_FIELDS.find(({ names, code }) => names.includes(bare(name)) || bare(code) === bare(name))?.code);
  });
}

/** What no row can do without and no column brings. */
export function fieldsWanting(fields: readonly (string | null)[]): ImportField[] {
  const isFull = fields.includes('person.fullName');
  return IMPORT_FIELDS.filter(({ code, isNeeded }) => {
    if (!isNeeded || fields.includes(code)) return false;
    return !(isFull && (code === 'person.firstName' || code === 'person.lastName'));
  });
}
