import type { MissingItem } from '@/lib/domain/completeness';
import type { ContactOutcome } from '@/lib/domain/follow-up';

/** Coordinators write short. {him} and {he} are the person. */
export const NOTES = {
  first: [
    'Read through. {summary}. {pain}/10, {months} mo.', 'Looks complete at first glance except {missing}.', 'Web form, clear story. Prefers {channel}.', '{summary}. Wants to {goal}.', 'Name and date of birth checked against the form.',
    '{city}. Checked for an earlier request, none.', 'Spoke to {him} briefly, pleasant, good historian.', 'Will send disc by mail from {city}.', '{relative} helps with the paperwork, {he} agreed.', 'Drives 2 h, would rather do as much as possible by phone.',
  ],
  complete: ['Images open, 5 series, name matches.', 'Disc loaded, DOB on images matches the form.', 'Report and images agree on the date.', 'File complete, on to the surgeons.', 'Upload worked at the second try. T2 axials are there.', 'Sagittal T1/T2, STIR and axials present. {field}.', 'Red flags asked again by phone, all no.', 'Outside images pulled by link, looked at the first series: right region.'],
  waiting: [
    'Asked {facility} for the disc, they mail Tuesdays.', 'Release form sent to {facility}.', '{he} will drop the disc at the front desk.', 'Called {facility}, report is there but needs a signed request.', 'Link expired, asked for a new one.', '{he} has the report at home, will take a photo.',
    'Disc arrived but holds only the reports, asked again.', 'Records department closed until Monday.', 'PCP office will fax {missing}.', '{he} is waiting for the insurance to approve the new scan.',
  ],
  told: ['Explained the answer, {he} understood and has the message in writing.', 'Took it well. Asked about recovery time, told {him} the surgeon goes through it at the consult.', '{he} wants to talk it over with {relative}.', 'Was hoping for more. Went through the exercises sheet.', 'Asked twice whether it is covered, gave billing number.', 'Wants the answer by e-mail as well, sent.'],
  booking: ['Mornings only, {relative} drives.', 'Asked for a Thursday.', 'Will bring the disc and the medication list.', 'Needs a letter for work.', 'Interpreter booked.', '{relative} comes along.', 'Insurance card copied, pre-check started.', 'Would take an earlier slot if one opens.'],
  consult: ['Consult held, exam agrees with the MRI.', 'Surgeon went through the plan, {he} wants to go ahead.', 'Straight leg raise positive, as expected.', 'Pre-op labs ordered.', 'Asked for a second talk with {relative} present.'],
  procedure: ['Pre-op call done, instructions read back.', 'Escort confirmed: {relative}.', 'Medication list checked with anesthesia.', 'Home the same day, doing fine by phone next morning.', 'Arrival time 6:30 told, {he} wrote it down.', 'Labs back, within limits.'],
  spanish: ['Speaks Spanish, call with interpreter.', 'Spanish. Daughter translates, consent on file.', 'Habla español, {he} asked for Tomás.', 'Spanish-speaking, letters in Spanish please.'],
  interpreter: ['Needs an interpreter, language line booked.', 'Call through the language line.'],
  surgeon: ['Look at {level} on the axials, subtle.', 'Compare with symptoms on the {side} at the consult.', 'Would want flexion-extension films before deciding on a fusion.', 'Discussed at Thursday conference.', 'Nice match of story and images.', 'Borderline. Exam decides.'],
  flag: ['Red flag read to the surgeon on call at once.', 'Called {him} within minutes. Told to go to the emergency department if it gets worse, {he} repeated it back.', 'Fixed script read in full, times noted. {he} was examined by the PCP on the same day.', 'On-call surgeon informed by phone, {he} stays reachable.'],
} as const;

export const CALLS: Readonly<Record<ContactOutcome, readonly string[]>> = {
  told_answer: ['Told the answer, read the message out.', 'Answer given, questions answered, message sent in writing.', 'Went through the decision together, about 10 minutes.', 'Told. {he} repeated it back correctly.'],
  reached: ['Went through the open questions.', 'Reached, will send {missing} this week.', 'Good talk, {he} knows what we need.', 'Reached at work, short.', 'Confirmed phone and address.', 'Asked the red-flag questions again: no change.'],
  left_message: ['Voicemail: name and number only.', 'Left name and callback number.', 'Mailbox, short message.', 'Left message with callback, nothing else.'],
  no_answer: ['Rang out.', 'No answer, no mailbox.', 'Mailbox full.', 'Busy twice.', 'Tried at lunch, no answer.'],
  wrong_number: ['Number belongs to somebody else, writing instead.', 'Wrong number, asked by e-mail for the right one.'],
  message_sent: ['Text sent with what is missing.', 'Asked for {missing} by e-mail.', 'Letter sent.', 'Reminder sent.', 'Sent the upload link again.'],
  call_back: ['At work, asked to call back after 16:00.', 'Driving, calls back.', 'Asked for tomorrow morning.', 'With the doctor right now, call back.'],
  declined: ['Does not want to go on for now. Door left open.', 'Thanked us, decided against it. Knows how to reach us.', 'Declined, wants to wait. Safety advice given.'],
};

export const TODO = {
  second: ['2nd call', 'Call again, different hour', '2nd call, try evening', 'Call {relative}?', 'Third call, then letter'],
  items: ['Has {missing} arrived?', 'Call {facility} about the disc', 'Remind: {missing}', 'Check upload', 'Ask PCP office again for {missing}'],
  book: ['Book consult', 'Offer consult dates', 'Call back about consult date', 'Ask about insurance, then consult'],
  letter: ['Letter, day 7', 'Send letter and leave open until day 21'],
  prepare: ['Confirm consult, disc along?', 'Reminder call the day before', 'Pre-op labs back?', 'Check escort for the day', 'Send directions'],
  again: ['Ask how therapy goes', 'Re-review after six weeks of therapy', 'Has the new MRI been done?'],
} as const;

export const MISSING_SHORT: Record<MissingItem, string> = {
  consent: 'the consent', red_flags: 'the red-flag questions', mri_images: 'the images', mri_outdated: 'a newer MRI', report: 'the report', pain: 'pain details', conservative_care: 'care tried', state: 'state of residence',
};

export const REASONS = {
  override: ['MRI a little over a year old, no new symptoms: surgeon to say', 'report is dictated but not signed, images are complete', 'images are good, report follows', 'red flag: surgeon should look now', 'surgeon asked to see it as it is', 'facility cannot find the report, images complete'],
  noShow: ['did not come, no call', 'called in sick, new date to be found', 'car broke down', 'mixed up the day'],
  reopen: ['called back, wants to go on', 'new MRI arrived', 'was on a trip, is back', 'sent the missing disc after all'],
  release: ['wants a colleague to read it', 'called away to the OR', 'knows the person privately'],
  amend: ['flexion-extension films arrived: no instability', 'second look with the new axials', 'HbA1c came back at 7.1', 'person corrected the side', 'tumor board agreed, no surgery', 'symptoms improved since', 'outside EMG confirms the level'],
} as const;
