'use client';
import { useState } from 'react';
import { useLiveRefresh } from '@/components/live/use-live-refresh';
import { useReading } from '@/components/live/use-reading';
import { useClinic } from '@/components/ui/clinic';
import { isTyped } from '@/components/ui/draft-keepers';
import type { Alike } from '@/lib/domain/alike';
import type { Review } from '@/lib/domain/desk';
import { type Decided, Done } from './done';
import classes from './review.module.css';
import type { ReviewActions } from './review-actions';
import { ReviewDesk } from './review-desk';
import { StartScreen } from './start-screen';
import { useNext } from './use-next';

type Props = { readonly review: Review; readonly alike: readonly Alike[]; readonly actions: ReviewActions };

/** One request at a time: read, decide, and the next one is there. */
export function ReviewScreen({ review, alike, actions }: Props) {
  const { me } = useClinic();
  const [held, setHeld] = useState(review.inHand);
  const [left, setLeft] = useState<string | null>(null);
  const [decided, setDecided] = useState<Decided | null>(null);
  const [round, setRound] = useState(0);
  useReading(review.inHand?.number ?? null);
  useLiveRefresh();
  const next = useNext(review, left, actions.claim);

  const isMarked = (number: string) => isTyped({ me: me.id, number, kind: 'decision', about: '' });
  // A claim that ended while something is typed stays on the screen, whatever else is in hand.
  const isWorthKeeping =
    held !== null && held.number !== left && held.number !== review.inHand?.number && isMarked(held.number);
  if (review.inHand && review.inHand !== held && !isWorthKeeping) setHeld(review.inHand);
  const request = next.isTaking ? null : isWorthKeeping ? held : review.inHand;

  return (
    <div className={classes.screen}>
      <Done decided={decided} />
      {request && (
        <ReviewDesk
          key={`${request.number} ${round}`}
          request={request}
          review={review}
          alike={review.inHand?.number === request.number ? alike : []}
          isClaimed={review.inHand?.number === request.number}
          isNext={left !== null}
          actions={actions}
          onClaimed={() => setRound(round + 1)}
          onLeft={() => setLeft(request.number)}
          onDecided={(verdict) => {
            setDecided({ number: request.number, name: request.person.name, verdict });
            setLeft(request.number);
            next.take();
          }}
        />
      )}
      {!request &&
        (next.isTaking ? (
          <p className={classes.start} role="status">
            Taking the next request…
          </p>
        ) : (
          <StartScreen review={review} isBusy={next.isTaking} detail={next.detail} onTake={next.take} />
        ))}
    </div>
  );
}
