'use client';
import type { ComponentType } from 'react';
import { Hidden } from '@/components/request/facts';
import {
  CareShown,
  ComplaintShown,
  ConsentsShown,
  FitnessShown,
  ImagingShown,
  ReportShown,
  SurgeryShown,
} from '@/components/request/shown-parts';
import { InsuranceShown } from '@/components/request/shown-person';
import type { Comparison } from '@/lib/domain/comparison';
import type { OpenRequest } from '@/lib/domain/desk';
import classes from './duplicates.module.css';
import { pieceWords, toldWords } from './told-words';

const PARTS: Readonly<Record<string, ComponentType<{ request: OpenRequest }>>> = {
  consents: ConsentsShown,
  complaint: ComplaintShown,
  conservativeCare: CareShown,
  imaging: ImagingShown,
  report: ReportShown,
  priorSurgery: SurgeryShown,
  fitness: FitnessShown,
  insurance: InsuranceShown,
};

type Props = {
  readonly piece: string;
  readonly both: Comparison;
  readonly isTaken: boolean;
  /** Only to be read. */
  readonly isFixed: boolean;
  readonly choose: (piece: string, isTaken: boolean) => void;
};

/** One piece in both words; the one that is chosen stays, the other is still read under its old number. */
export function PieceRow({ piece, both: { stays, goes }, isTaken, isFixed, choose }: Props) {
  const name = pieceWords(piece);
  const side = (request: OpenRequest, isThere: boolean) => (
    <div className={classes.side}>
      {!isFixed && (
        <label className={classes.pick}>
          <input type="radio" name={piece} checked={isTaken === isThere} onChange={() => choose(piece, isThere)} />
          as in {request.number}
        </label>
      )}
      <PieceShown piece={piece} request={request} />
    </div>
  );
  return (
    <fieldset className={classes.row}>
      <legend>{name}</legend>
      <div className={classes.sides}>
        {side(stays, false)}
        {side(goes, true)}
      </div>
    </fieldset>
  );
}

function PieceShown({ piece, request }: { piece: string; request: OpenRequest }) {
  const Part = PARTS[piece];
  if (Part) return <Part request={request} />;
  const field = piece.replace('person.', '');
  if (request.masked.some((one) => one === field)) return <Hidden />;
  return <span>{toldWords((request.person as Readonly<Record<string, unknown>>)[field])}</span>;
}
