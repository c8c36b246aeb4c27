'use client';
import { Chip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import type { OpenRequest } from '@/lib/domain/desk';
import { dayOf } from '@/lib/domain/working-time';
import { heightToSay, monthsToSay, operationToSay, painToSay, weightToSay } from './as-said';
import { ageOfDay, dayToSay } from './clinic-time';
import { ConsentRecord } from './consent-record';
import { Facts, NotAsked, onlyTold, Said } from './facts';
import classes from './request.module.css';
import { axialPain, disabilityIndexOf, limbPain, moreOfCare, percent, SignedBy, techniqueOf } from './told';
import { said } from './words';

const STATUS_TONE = {
  requested: 'amber',
  received: 'grey',
  unreadable: 'red',
  identity_mismatch: 'red',
  ready: 'green',
} as const;

type Shown = { readonly request: OpenRequest };

/** What may be done, what may not, and what was never asked: three different things on three lines. */
export function ConsentsShown({ request: { consents, consentLines } }: Shown) {
  const kinds = [
    ['privacy notice', consents.privacyNotice],
    ['review of records', consents.review],
    ['keeping and sharing images', consents.shareImages],
    ['calls', consents.phone],
    ['texts', consents.text],
    ['e-mail', consents.email],
    ['telling their doctor', consents.tellDoctor],
    ['news of the institute', consents.marketing],
  ] as const;
  const named = (answer: boolean | undefined) =>
    kinds
      .filter(([, given]) => given === answer)
      .map(([label]) => label)
      .join(', ');
  return (
    <>
      {named(true) && <p>Yes to {named(true)}</p>}
      {named(false) && (
        <p>
          <strong>No to {named(false)}</strong>
        </p>
      )}
      {named(undefined) && <NotAsked what={named(undefined)} />}
      <ConsentRecord lines={consentLines} />
    </>
  );
}

export function ComplaintShown({ request: { complaint } }: Shown) {
  const { durationMonths: months, onsetDate } = complaint;
  return (
    <>
      {complaint.story ? (
        <blockquote className={classes.story}>{complaint.story}</blockquote>
      ) : (
        <NotAsked what="their own words" />
      )}
      <Facts
        facts={[
          ['Where', complaint.region],
          ['Worst in', complaint.dominantPain],
          ['Side', complaint.side],
          ['For', typeof months === 'number' ? monthsToSay(months) : months],
          ['Back or neck', painToSay(axialPain(complaint))],
          ['Leg or arm', painToSay(limbPain(complaint))],
          ['Numbness', complaint.numbness],
          ['Weakness', complaint.weakness],
          ['Better bent', complaint.betterBendingForward],
          ['Walks', complaint.walkingLimit],
          ['Work', complaint.work],
          ['Goal', complaint.goal],
          ...onlyTold([
            ['Goes to', complaint.radiation],
            ['Began on', onsetDate && onsetDate !== 'unknown' ? dayToSay(onsetDate) : onsetDate],
            ['Began with', complaint.onset],
            ['The pain is', complaint.pattern],
            ['Worse coughing', complaint.worseCoughing],
            ['Sits', complaint.sittingLimit],
            ['Wakes at night', complaint.wakesAtNight],
            [disabilityIndexOf(complaint.region), percent(complaint.disabilityIndex)],
            ['Would have surgery', complaint.wantsSurgery],
          ]),
        ]}
      />
    </>
  );
}

export function CareShown({ request: { conservativeCare } }: Shown) {
  if (conservativeCare.length === 0) return <NotAsked />;
  return (
    <ul className={classes.lines}>
      {conservativeCare.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and their order is theirs
        <li key={`${at} ${line.kind}`}>
          <b>{said(line.kind)}</b>
          <span>
            {line.weeks === undefined
              ? 'weeks not asked'
              : line.weeks === 'unknown'
                ? 'weeks unknown'
                : `${line.weeks} weeks`}
          </span>
          <span>
            {line.effect === undefined
              ? 'effect not asked'
              : line.effect === 'unknown'
                ? 'effect unknown'
                : `${said(line.effect).toLowerCase()} effect`}
          </span>
          {moreOfCare(line).map((words) => (
            <span key={words}>{words}</span>
          ))}
          {line.detail && <span className={classes.detail}>{line.detail}</span>}
        </li>
      ))}
    </ul>
  );
}

export function ImagingShown({ request: { imaging, now } }: Shown) {
  const { timeZone } = useClinic();
  if (imaging.length === 0) return <NotAsked />;
  const today = dayOf(new Date(now), timeZone);
  return (
    <ul className={classes.lines}>
      {imaging.map((study, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two studies may say the same, and their order is theirs
        <li key={`${at} ${study.modality}`}>
          <b>
            {said(study.modality)}
            {study.region && study.region !== 'unknown' ? `, ${said(study.region).toLowerCase()}` : ''}
          </b>
          {study.studyDate === undefined && <span>date not asked</span>}
          {study.studyDate === 'unknown' && <span>date unknown</span>}
          {study.studyDate && study.studyDate !== 'unknown' && (
            <span>
              {dayToSay(study.studyDate)} <small>({ageOfDay(study.studyDate, today)} old)</small>
            </span>
          )}
          <Chip tone={study.supplied === undefined || study.supplied === 'none' ? 'amber' : 'grey'}>
            {study.supplied === undefined
              ? 'how supplied: not asked'
              : study.supplied === 'none'
                ? 'not supplied yet'
                : study.supplied === 'unknown'
                  ? 'how supplied: unknown'
                  : said(study.supplied)}
          </Chip>
          {study.status && <Chip tone={STATUS_TONE[study.status]}>{said(study.status)}</Chip>}
          {techniqueOf(study).map((words) => (
            <span key={words}>{words}</span>
          ))}
          {study.facility && (
            <span className={classes.detail}>
              <Said word={study.facility} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The first lines; the rest on demand. */
export function ReportShown({ request: { report, documents } }: Shown) {
  if (!report)
    return (
      <p className={classes.notAsked}>
        {documents.some(({ kind }) => kind === 'mri_report') ? 'As a file, below' : 'No report text'}
      </p>
    );
  const { text } = report;
  return (
    <>
      {text.length < 320 ? (
        <p className={classes.report}>{text}</p>
      ) : (
        <details className={classes.long}>
          <summary>
            <span className={classes.report}>{text.slice(0, 260)}…</span>{' '}
            <span className={classes.more}>whole report</span>
          </summary>
          <p className={classes.report}>{text}</p>
        </details>
      )}
      <SignedBy report={report} />
    </>
  );
}

export function SurgeryShown({ request: { priorSurgery } }: Shown) {
  if (!priorSurgery) return <NotAsked />;
  return (
    <>
      <p>
        <Said word={priorSurgery.had} />
        {priorSurgery.detail && `: ${priorSurgery.detail}`}
      </p>
      {priorSurgery.operations?.map((operation) => (
        <p key={JSON.stringify(operation)}>{operationToSay(operation)}</p>
      ))}
    </>
  );
}

export function FitnessShown({ request: { fitness } }: Shown) {
  const f = fitness ?? {};
  return (
    <Facts
      facts={[
        ['Height', typeof f.heightCm === 'number' ? heightToSay(f.heightCm) : f.heightCm],
        ['Weight', typeof f.weightKg === 'number' ? weightToSay(f.weightKg) : f.weightKg],
        ['Nicotine', f.nicotine],
        ['Diabetes', f.diabetes],
        ['HbA1c', typeof f.hba1c === 'number' ? `${f.hba1c} %` : f.hba1c],
        ['Sleep apnea', f.sleepApnea],
        ['Blood thinner', f.anticoagulant],
        ['Opioid', f.opioid],
        ['Osteoporosis', f.osteoporosis],
        ['Escort home', f.escort],
        ...onlyTold([
          ['CPAP', f.cpap],
          ['Heart disease', f.heartDisease],
          ['Lung disease', f.lungDisease],
          ['Kidney disease', f.kidneyDisease],
          ['Latex allergy', f.latexAllergy],
          ['Contrast allergy', f.contrastAllergy],
          ['Implant', f.implant],
          ['Lives alone', f.livesAlone],
          ['Somebody at home', f.carer],
          ['To the clinic', typeof f.travelMinutes === 'number' ? `${f.travelMinutes} min` : f.travelMinutes],
          ['Also', f.detail],
        ]),
      ]}
    />
  );
}
