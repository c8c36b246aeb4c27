/** How the surgeons put it to the person. Never a promise: records were read, nobody was examined. */
export const ANSWERS = {
  candidate: [
    'Dear {name}, your MRI shows {seen} at {level}, and that fits your {limb}. You may be a candidate for {small}: {what}. The next step is an examination.',
    'I read your MRI. At {level} there is {seen}. This matches what you describe, so {small} may be possible: {what}. Please let us book a consult.',
    'Good news first: there is something that can be treated. {seen} at {level} explains the {limb}. What we would talk about is {what}, as an outpatient.',
    '{name}, the images and your story agree: {seen}, level {level}. You may be a candidate for {small}. We need to examine you before anything is decided.',
    'There is {seen} at {level}. After the treatment you have already tried, {what} is a reasonable thing to discuss. Our coordinator will call you for a consult.',
  ],
  needs_exam: [
    'Your MRI shows {seen} at {level}. Whether that is the cause I can only tell by examining you. Please bring the disc.',
    '{name}, it is likely that {level} is the source, but the {limb} could come from elsewhere too. I would like to examine you in person{also}.',
    'The images are suggestive, {seen} at {level}, and the picture is not complete. After an examination{also} I can give you a clear answer.',
    'I think there may be something we can do about {level}, an exam decides it{also}.',
  ],
  cannot_tell: [
    'I cannot give you an honest answer from what we have. Please send {need}, and I will look again at once.',
    'Dear {name}, to judge your {part} I still need {need}. Your place in line is kept.',
    'The material does not show {level} well enough. With {need} I can tell you more.',
    'Before I can say anything useful I need {need}. Our coordinator will help you get it.',
  ],
  no: {
    CC_SHORT: [
      'There is {seen} at {level}, and at this stage most people get better without a procedure. Please give therapy at least six weeks and write to us again if the {limb} stays.',
      '{name}, it is early. A course of physical therapy, and perhaps an injection, comes first. We will gladly look again in six weeks.',
      'I would not operate now. The pain is only a short time old and you have not had a full course of treatment. Keep moving, and come back to us if it does not settle.',
    ],
    NO_TARGET: [
      'Your MRI shows {seen}. There is nothing at any level that a procedure would fix, and I do not want to operate on a picture.',
      'I looked at every level of your {part}. {seen}: that does not call for surgery. Therapy with strengthening is the better way.',
      'The good news is that no nerve is pressed. For {limb} without pressure on a nerve our procedures do not help. Please stay active and talk with your doctor about therapy.',
    ],
    MISMATCH: [
      'The MRI shows {seen}, {side}, but your pain is on the other side. An operation at {level} would not take it away. Please ask your doctor about a nerve test.',
      '{name}, what I see at {level} does not explain the {limb} you describe. I would look for another cause before anything is done.',
    ],
    MED_RISK: [
      'There is {seen} at {level}. At the moment your general health makes an outpatient procedure unsafe. Please work with your doctor on that first; I am happy to look again.',
      'An operation could help the {limb}, but not safely as an outpatient the way things are. Please see your own doctor about your health first.',
    ],
    INPATIENT_NEEDED: [
      'You have {seen}. This can be treated, but it needs a hospital with an overnight stay, which we do not offer. A spine surgeon at a hospital near you is the right person.',
      'What your {part} needs is larger than what can be done as an outpatient. Please take these images to a hospital spine service.',
    ],
    NON_SPINAL: [
      'I do not think this comes from your spine. The {part} shows {seen}. Where it hurts points to a joint or a nerve outside the spine; please have that looked at.',
      '{name}, the MRI shows {seen}. Your description fits the hip or shoulder better than the {part}. An orthopedic exam is the next step.',
    ],
    IMPROVED: [
      'I am glad that it is getting better. {seen} at {level} often heals on its own. Nothing needs to be done now; come back if it returns.',
      'You wrote that you improved. Then the best treatment is none. Keep up the exercises.',
    ],
    PT_DECLINED: [
      'You told us that you do not wish a procedure at this time. That is a good decision to take your time with. The door stays open.',
    ],
    RED_FLAG_ED: [
      'Because of the new symptoms you reported we asked you to go to an emergency department at once. Please do not wait for us; they can scan you today.',
    ],
    MRI_OLD: [
      'Your MRI is too old to decide on, and your symptoms changed since. Please get a new one through your doctor and send it to us.',
    ],
    OTHER: [
      'I discussed your images with a colleague. We both think that another operation in the same place would do more harm than good. A pain specialist can help with the next steps.',
    ],
  } as Readonly<Record<string, readonly string[]>>,
  other: ['I looked at your images with care and do not see that one of our procedures would help.'],
  limits: [
    'This is a review of your records, not an examination and not a diagnosis.',
    'I have read images and papers only; I have not examined you.',
    'Please take this to your own doctor, it does not replace their advice.',
  ],
  safety: [
    'If you notice weakness, numbness between the legs or trouble with bladder or bowel, go to an emergency department at once.',
    'Should a leg or arm become weak, do not wait for us: go to an emergency department.',
    'Any change in bladder or bowel is an emergency, call 911.',
  ],
} as const;

export const NEEDED: Readonly<Record<string, string>> = {
  NEW_MRI: 'a new MRI',
  MRI_REPORT: 'the MRI report',
  FLEXEX_XR: 'X-rays bending forward and back',
  STANDING_XR: 'a standing X-ray',
  CT: 'a CT scan',
  EMG_NCS: 'a nerve test (EMG)',
  DIAG_BLOCK: 'a test injection',
  OP_NOTES: 'the notes of your earlier operation',
  PT_RECORDS: 'the records of your therapy',
  INJ_RECORDS: 'the records of your injections',
  IN_PERSON_EXAM: 'an examination here',
};
