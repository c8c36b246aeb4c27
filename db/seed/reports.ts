import { LEVELS, type Level } from '@/lib/domain/procedures';
import type { Ailment } from './ailments';
import type { Chance, Slots } from './chance';

/** A radiologist's report of these images: what is at the level in question, and the small change around it. */
export function report(chance: Chance, ailment: Ailment, studyDay: string, facility: string): string {
  const name = {
    lumbar: 'LUMBAR SPINE',
    cervical: 'CERVICAL SPINE',
    thoracic: 'THORACIC SPINE',
    si: 'SACROILIAC JOINTS',
  }[ailment.region];
  const contrast = chance.of(0.12) ? 'WITHOUT AND WITH' : 'WITHOUT';
  const slots = slotsOf(chance, ailment);
  const lines = [
    `MRI ${name} ${contrast} CONTRAST, ${studyDay}. ${facility}, ${chance.pick(['1.5 T', '1.5 T', '3 T', '1.2 T open'])}.`,
    chance.tell([
      'TECHNIQUE: Sagittal T1, T2 and STIR, axial T1 and T2.',
      'TECHNIQUE: Multiplanar, multisequence imaging, routine protocol.',
      'Sagittal T1/T2/STIR and axial T2 through the disc spaces.',
    ]),
    chance.tell([
      'COMPARISON: None.',
      'COMPARISON: None available.',
      'COMPARISON: Radiographs from last year.',
      'COMPARISON: Prior MRI, no significant interval change at the other levels.',
    ]),
    ...(ailment.region === 'si' ? [chance.tell(JOINT, slots)] : findings(chance, ailment, slots)),
    `IMPRESSION: ${chance.tell(IMPRESSIONS[ailment.finding], slots)}${chance.of(0.5) ? ` ${chance.tell(CODAS, slots)}` : ''}`,
  ];
  return lines.join('\n');
}

function findings(chance: Chance, ailment: Ailment, slots: Slots): string[] {
  const general = chance.tell(ailment.region === 'cervical' ? NECK_GENERAL : BACK_GENERAL, slots);
  const others = around(ailment.level).map((level) => {
    const isBusy = ailment.finding === 'many' && chance.of(0.8);
    return [level, chance.tell(isBusy ? BUSY : ailment.region === 'cervical' ? NECK_QUIET : BACK_QUIET)] as const;
  });
  const main = [
    ailment.level,
    chance.tell(
      MAIN[ailment.region === 'cervical' && ailment.finding === 'herniation' ? 'neck' : ailment.finding],
      slots,
    ),
  ] as const;
  return [
    general,
    ...[...others, main]
      .sort(([a], [b]) => LEVELS.indexOf(a) - LEVELS.indexOf(b))
      .map(([level, words]) => `${level}: ${words}`),
  ];
}

/** The neighbours that a report goes through one by one. */
function around(level: Level): Level[] {
  const [from, to] = level.startsWith('C') ? [2, 7] : level.startsWith('T') ? [12, 16] : [20, 24];
  return LEVELS.slice(from, to).filter((one) => one !== level);
}

function slotsOf(chance: Chance, { level, side, region }: Ailment): Slots {
  const [upper = '', lower = ''] = level.split('-');
  const isNeck = region === 'cervical';
  const root = isNeck ? (lower === 'T1' ? 'C8' : lower) : lower;
  const sides = side === 'both' ? 'bilateral' : side;
  return {
    level,
    side: sides,
    root,
    upper,
    lower,
    exiting: isNeck ? root : upper,
    mm: String(chance.whole(4, 9)),
    slip: String(chance.whole(3, 7)),
    ap: String(isNeck ? chance.whole(7, 9) : chance.whole(6, 9)),
    grade: ['moderate to severe', 'severe', 'moderate'],
    zone: ['paracentral', 'subarticular', 'central to {side}'],
    kind: ['extrusion', 'protrusion', 'extrusion with slight caudal migration', 'broad-based protrusion'],
    contact: ['contacts and displaces', 'impinges on', 'abuts', 'compresses'],
    schizas: ['Schizas C', 'Schizas C', 'Schizas D', 'Schizas B'],
    meyerding: ['grade I', 'grade I', 'low grade II'],
    modic: ['Modic type 1', 'Modic type 2', 'mixed Modic type 1 and 2'],
  };
}

const MAIN: Record<Ailment['finding'] | 'neck', readonly string[]> = {
  herniation: [
    '{side} {zone} disc {kind} measuring {mm} mm which {contact} the traversing {root} nerve root. No significant central stenosis.',
    'Disc desiccation with a {mm} mm {side} {zone} {kind}; it {contact} the {root} root in the lateral recess. Facets are preserved.',
    'Loss of disc height. {side} {zone} {kind} with an annular fissure, {contact} the {root} nerve root. Foramina patent.',
  ],
  neck: [
    '{side} {zone} disc-osteophyte complex, {mm} mm, indenting the cord without signal change; {grade} {side} foraminal narrowing, {root} root.',
    'Disc height loss with a {side} {zone} {kind}; it {contact} the {root} root. Canal {ap} mm. No cord signal abnormality.',
  ],
  stenosis: [
    'Disc bulge, ligamentum flavum thickening and facet hypertrophy with {grade} central canal stenosis ({schizas}), canal {ap} mm. Crowding of the nerve roots.',
    '{grade} central and lateral recess stenosis from facet arthropathy and a broad disc bulge. AP canal {ap} mm.',
    'Circumferential bulge and hypertrophic facets, {grade} canal narrowing, both lateral recesses effaced.',
  ],
  foraminal: [
    '{grade} {side} neural foraminal stenosis (Lee 3) from uncovertebral and facet spurring; the exiting {exiting} root is flattened. Canal patent.',
    'Asymmetric bulge to the {side} with {grade} {side} foraminal narrowing, contact with the exiting {exiting} root.',
    '{side} foraminal disc protrusion, {mm} mm, displacing the exiting {exiting} root.',
  ],
  slip: [
    '{meyerding} degenerative anterolisthesis of {upper} on {lower}, {slip} mm, with facet effusions and {grade} central stenosis. {side} foraminal narrowing.',
    '{slip} mm anterolisthesis of {upper} on {lower} ({meyerding}), uncovered disc, severe facet arthropathy, {grade} canal narrowing.',
  ],
  facet: [
    'Advanced facet arthropathy with {side} joint effusion and marrow edema. Disc bulge without root contact.',
    'Hypertrophic facet arthropathy, grade 3, worse on the {side}; no focal herniation. Canal and foramina patent.',
  ],
  collapse: [
    'Near-complete loss of disc height, vacuum phenomenon, {modic} endplate change. {grade} foraminal narrowing by height loss.',
    'Severe disc degeneration (Pfirrmann V) with {modic} endplate change. Small central protrusion without compression.',
  ],
  many: [
    '{grade} canal stenosis ({schizas}) with lateral listhesis of {slip} mm and {side} foraminal stenosis.',
    'Severe spondylosis with {grade} central and {side} foraminal stenosis, part of a scoliotic curve.',
  ],
  mild: [
    'Mild disc desiccation and a shallow bulge. No root contact. Canal and foramina patent.',
    'Minimal annular bulge without stenosis. Facets mildly degenerated.',
    'Small central protrusion indenting the thecal sac, no root displacement.',
  ],
  joint: ['See above.'],
};
const JOINT = [
  '{side} sacroiliac joint: subchondral sclerosis and small erosions, joint space narrowed. No marrow edema to suggest active sacroiliitis. Hips unremarkable.',
  'Degenerative change of the {side} sacroiliac joint with osteophytes and vacuum phenomenon. L5-S1 mildly degenerated without stenosis.',
];
const IMPRESSIONS: Record<Ailment['finding'], readonly string[]> = {
  herniation: [
    '{level} {side} {zone} disc herniation with contact of the {root} nerve root.',
    '{side} {zone} disc herniation at {level}; correlate with {side} {root} symptoms.',
  ],
  stenosis: ['{grade} central canal stenosis at {level}.', 'Multifactorial stenosis at {level}, {grade}.'],
  foraminal: [
    '{grade} {side} foraminal stenosis at {level} affecting the {exiting} root.',
    '{level}: {side} foraminal stenosis, {exiting} root.',
  ],
  slip: [
    '{meyerding} anterolisthesis of {upper} on {lower} with {grade} stenosis.',
    'Degenerative spondylolisthesis {level} with stenosis. Flexion-extension views may help.',
  ],
  facet: ['Facet arthropathy at {level} without neural compression.'],
  collapse: ['Advanced degenerative disc disease at {level} with {modic} change.'],
  many: [
    'Multilevel degenerative scoliosis with stenosis, worst at {level}.',
    'Multilevel {grade} stenosis, most pronounced at {level}.',
  ],
  mild: [
    'Mild degenerative change, no neural compression at any level.',
    'No disc herniation or stenosis to explain radicular symptoms.',
    'Age-appropriate degenerative change.',
  ],
  joint: ['Degenerative {side} sacroiliac joint. No significant lumbar stenosis.'],
};
const BACK_GENERAL = [
  'Alignment maintained, vertebral body heights preserved. Marrow signal normal for age. Conus ends at L1.',
  'Five lumbar-type vertebrae. No fracture. Conus at L1-L2, normal signal. Paraspinal soft tissues unremarkable.',
  'Lordosis is flattened. Heights preserved, no marrow edema. Conus and cauda equina unremarkable.',
];
const NECK_GENERAL = [
  'Straightening of the lordosis. Vertebral heights preserved. Cord normal in caliber and signal.',
  'Craniocervical junction normal. No marrow lesion. Cord signal normal throughout.',
];
const BACK_QUIET = [
  'No significant disc herniation, canal or foraminal stenosis.',
  'Mild disc desiccation, no stenosis.',
  'Shallow bulge, mild facet arthropathy, foramina patent.',
  'Unremarkable.',
  'Mild bulge without root contact.',
];
const NECK_QUIET = [
  'Unremarkable.',
  'Mild uncovertebral spurring, no stenosis.',
  'Small central protrusion, cord not contacted.',
  'No significant canal or foraminal narrowing.',
];
const BUSY = [
  'Moderate canal stenosis with facet hypertrophy.',
  'Severe foraminal narrowing on the concave side.',
  'Retrolisthesis 3 mm with moderate stenosis.',
];
const CODAS = [
  'No cord or conus signal abnormality.',
  'No fracture or suspicious marrow lesion.',
  'Clinical correlation advised.',
  'Remaining levels as described, without high-grade narrowing.',
];
