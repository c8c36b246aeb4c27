'use client';
import type { ReactNode } from 'react';
import type { OpenRequest } from '@/lib/domain/desk';
import type { Maskable } from '@/lib/domain/masks';
import { phoneToSay } from './as-said';
import { dayToSay } from './clinic-time';
import { Facts, Hidden, onlyTold } from './facts';
import { Copy, Phone } from './phone';
import classes from './request.module.css';

type Shown = { readonly request: OpenRequest };

export function PersonShown({ request: { person, masked } }: Shown) {
  const unlessHidden = (field: Maskable, value: ReactNode) => (masked.includes(field) ? <Hidden /> : value);
  return (
    <Facts
      facts={[
        ['Phone', unlessHidden('phone', person.phone && <Phone number={person.phone} />)],
        ['Second phone', unlessHidden('secondPhone', person.secondPhone && <Phone number={person.secondPhone} />)],
        [
          'E-mail',
          unlessHidden(
            'email',
            person.email && (
              <span className={classes.copied}>
                <a href={`mailto:${person.email}`}>{person.email}</a>
                <Copy text={person.email} what="e-mail address" />
              </span>
            ),
          ),
        ],
        ['Prefers', person.preferredChannel],
        ['Best hours', person.bestHours],
        ['Voicemail', person.mayLeaveVoicemail],
        ['Language', person.language],
        ['Interpreter', person.needsInterpreter],
        ['Born', dayToSay(person.dateOfBirth)],
        ['Sex at birth', person.sexAtBirth],
        ['State', person.state],
        ['Postcode', unlessHidden('postcode', person.postcode)],
        ...onlyTold([
          ['Goes by', person.preferredName],
          ['Pronouns', person.pronouns],
          ['Also speaks', person.otherLanguage],
          ['Country', person.country],
          [
            'Speaks for them',
            [person.proxyName, person.proxyRelation, person.proxyAuthority].filter(Boolean).join(', '),
          ],
          ['Do not contact', person.doNotContact],
        ]),
      ]}
    />
  );
}

export function InsuranceShown({ request: { insurance, masked } }: Shown) {
  if (masked.includes('insurance'))
    return (
      <p className={classes.notAsked}>
        <Hidden />
      </p>
    );
  const injuryDate = insurance?.injuryDate;
  return (
    <Facts
      facts={[
        ['Payer', insurance?.payer],
        ['Plan', insurance?.planType],
        ['Member id', insurance?.memberId],
        ['Injury claim', insurance?.injuryClaim],
        ...onlyTold([['Injured on', injuryDate && injuryDate !== 'unknown' ? dayToSay(injuryDate) : injuryDate]]),
      ]}
    />
  );
}

/** Told by the way it came, not asked of anyone. */
export function SourceShown({ request: { source } }: Shown) {
  const { firstTouchAt } = source;
  return (
    <Facts
      facts={onlyTold([
        ['Came by', source.channel],
        ['Sent by', source.sentBy],
        ['Referrer', source.referrer],
        ['NPI', source.referrerNpi],
        ['Fax', source.referrerFax && phoneToSay(source.referrerFax)],
        ['Campaign', source.campaign],
        ['utm', [source.utmSource, source.utmMedium, source.utmContent].filter(Boolean).join(' / ')],
        ['Landed on', source.landingPage],
        ['First visit', firstTouchAt && dayToSay(firstTouchAt.slice(0, 10))],
      ])}
    />
  );
}
