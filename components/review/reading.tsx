'use client';
import { EarlierDecision } from '@/components/decision/earlier-decision';
import { ToldAgain } from '@/components/duplicates/told-again';
import { FollowUpAnswers } from '@/components/request/follow-up-answers';
import { said } from '@/components/request/words';
import { VerdictChip } from '@/components/ui/chip';
import { Since, When } from '@/components/ui/when';
import type { Alike } from '@/lib/domain/alike';
import type { DecisionShown, OpenRequest, StreamItem } from '@/lib/domain/desk';
import { OUTCOME_WORDS } from '@/lib/domain/follow-up';
import { wordsFor } from '@/lib/domain/reasons';
import { RED_FLAG_QUESTIONS, unasked } from '@/lib/domain/red-flags';
import { careFacts, complaintFacts, type Fact, fitnessFacts } from './facts';
import { Pane } from './pane';
import classes from './review.module.css';

type Props = {
  readonly request: OpenRequest;
  /** The decision that is being amended: it stands here whole. */
  readonly amended?: DecisionShown;
  /** Who else on file could be this person. */
  readonly alike?: readonly Alike[];
};

/** What the person said, what was tried, and what the desk wrote: as told, in reading order. */
export function Reading({ request, amended, alike = [] }: Props) {
  const spoken = request.stream.filter((item) => item.kind !== 'event');
  return (
    <Pane kind="reading" label="History">
      <RedFlags request={request} />
      {request.decisions.map((decision) =>
        decision.id === amended?.id ? (
          <EarlierDecision key={decision.id} decision={decision} now={request.now} />
        ) : (
          <EarlierVerdict key={decision.id} decision={decision} now={request.now} />
        ),
      )}
      <section>
        <h2>In their words</h2>
        {request.complaint.story ? (
          <p className={classes.story}>{request.complaint.story}</p>
        ) : (
          <p className={classes.soft}>Nothing written.</p>
        )}
        <Facts facts={complaintFacts(request)} />
        <ToldAgain request={request} isLinked={false} />
        {alike.length > 0 && (
          <p className={classes.soft}>
            Perhaps the same person as{' '}
            {alike.map(({ number, because }) => `${number} (${because.join(', ')})`).join('; ')}. A coordinator can
            compare them.
          </p>
        )}
      </section>
      <section>
        <h2>Tried</h2>
        <Facts facts={careFacts(request)} />
        {request.conservativeCare.length === 0 && <p className={classes.soft}>Not asked.</p>}
      </section>
      <section>
        <h2>Fitness</h2>
        <Facts facts={fitnessFacts(request)} />
      </section>
      <section>
        <h2>Notes and calls</h2>
        {spoken.length === 0 && <p className={classes.soft}>None yet.</p>}
        {spoken.map((item) => (
          <Spoken key={item.id} item={item} now={request.now} />
        ))}
      </section>
    </Pane>
  );
}

function RedFlags({ request }: { request: OpenRequest }) {
  const open = unasked(request.redFlags).length;
  if (request.flags.length === 0 && open === 0) return null;
  return (
    <section className={request.flags.length > 0 ? classes.alarm : undefined}>
      <h2>Red flags</h2>
      <ul className={classes.flags}>
        {request.flags.map(({ code, isCertain }) => (
          <li key={code}>
            <b>{isCertain ? 'Yes' : 'Not sure'}</b> {RED_FLAG_QUESTIONS.find((one) => one.code === code)?.ask ?? code}{' '}
            <FollowUpAnswers code={code} answers={request.redFlags} className={classes.soft} />
          </li>
        ))}
      </ul>
      {open > 0 && <p className={classes.soft}>{open} of the questions not asked.</p>}
    </section>
  );
}

/** It was read before: what was said then, and what has been asked for since. */
function EarlierVerdict({ decision, now }: { decision: DecisionShown; now: string }) {
  const { verdict, needs, reasons, message, surgeon, at } = decision;
  return (
    <section>
      <h2>
        Read before, by {surgeon.name}, <When at={at} now={now} />
      </h2>
      <p className={classes.before}>
        <VerdictChip verdict={verdict} /> {[...reasons, ...needs].map(wordsFor).join(', ')}
      </p>
      {message && <p className={classes.story}>{message}</p>}
    </section>
  );
}

/** Facts nobody asked for stand together, so that the known ones stay readable. */
function Facts({ facts }: { facts: readonly Fact[] }) {
  const notAsked = facts.filter(({ value }) => value === null).map(({ name }) => name);
  return (
    <>
      <dl className={classes.facts}>
        {facts
          .filter(({ value }) => value !== null)
          .map(({ name, value }) => (
            <div key={`${name} ${value}`}>
              <dt>{name}</dt>
              <dd className={value === 'Unknown' ? classes.unknown : undefined}>{value}</dd>
            </div>
          ))}
      </dl>
      {notAsked.length > 0 && <p className={classes.soft}>Not asked: {notAsked.join(', ')}.</p>}
    </>
  );
}

function Spoken({ item, now }: { item: Exclude<StreamItem, { kind: 'event' }>; now: string }) {
  return (
    <p className={classes.note}>
      <b>{item.by.name}</b>{' '}
      <span className={classes.soft}>
        {item.kind === 'contact' ? `${said(item.channel)}: ${OUTCOME_WORDS[item.outcome]}, ` : ''}
        <Since at={item.at} now={now} /> ago
      </span>
      {item.text && <span className={classes.words}>{item.text}</span>}
    </p>
  );
}
