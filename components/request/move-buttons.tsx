'use client';
import { Button, Popover } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import type { Act } from './acts';
import { MoveForm } from './move-form';
import { type MoveOffer, offersOf } from './moves';
import { ProblemNote } from './problem-note';
import classes from './request.module.css';

type Props = { readonly request: OpenRequest; readonly move: Act };

/** Drawn from what the server allows and from nothing else. */
export function MoveButtons({ request, move }: Props) {
  const mayDecide = request.allowedActions.some(({ action }) => action === 'candidacy.decide');
  return (
    <>
      {mayDecide && (
        <Button component={Link} href="/review" prefetch={false}>
          Decide
        </Button>
      )}
      {offersOf(request).map((offer) => {
        const Offered = offer.wants === 'nothing' ? MoveAtOnce : MoveAfterAsking;
        return <Offered key={`${offer.to} ${offer.wants}`} offer={offer} request={request} move={move} />;
      })}
    </>
  );
}

function MoveAtOnce({ offer, request, move }: Props & { offer: MoveOffer }) {
  const { save, isSaving, problem } = useSave(move);
  return (
    <>
      <Button
        data-act="move"
        variant={offer.isNext ? 'filled' : 'default'}
        loading={isSaving}
        onClick={() => save({ number: request.number, version: request.version, to: offer.to })}
      >
        {offer.words}
      </Button>
      <div className={classes.actProblem}>
        <ProblemNote problem={problem} version={request.version} />
      </div>
    </>
  );
}

/** Stays mounted while closed, so that a half-typed reason survives. */
function MoveAfterAsking({ offer, request, move }: Props & { offer: MoveOffer }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width="min(380px, calc(100vw - 24px))"
      shadow="md"
      closeOnClickOutside={false}
      trapFocus
      returnFocus
      keepMounted
    >
      <Popover.Target>
        <Button data-act="move" variant={offer.isNext ? 'filled' : 'default'} onClick={() => setOpen((was) => !was)}>
          {offer.words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={offer.words}>
        <MoveForm offer={offer} request={request} move={move} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
