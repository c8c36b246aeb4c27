import { FORM_CONSENTS } from './form-fields';
import type { Consents } from './intake';

export type ConsentKind = (typeof FORM_CONSENTS)[number];

/** Of the words below. A new wording is a new version; what was agreed to stays kept as it was read. */
export const CONSENT_VERSION = '2026-11';

/** What a person agrees to, each by itself. */
export const CONSENT_WORDS: Readonly<Record<'en' | 'es', Readonly<Record<ConsentKind, string>>>> = {
  en: {
    privacyNotice: 'I have read how the clinic keeps and protects my health information.',
    review:
      'The clinic may look at what I tell and send, to say if I may be a candidate for a procedure. This is not a diagnosis and does not replace a visit.',
    shareImages: 'The clinic may keep my images and share them with the doctors who treat me.',
    phone: 'The clinic may call me about this request.',
    text: 'The clinic may text me about this request. Message and data rates may apply. I can reply STOP at any time.',
    email: 'The clinic may e-mail me about this request.',
    tellDoctor: 'The clinic may tell my own doctor what it finds.',
    marketing: 'The clinic may send me news about its services.',
  },
  es: {
    privacyNotice: 'He leído cómo la clínica guarda y protege mi información de salud.',
    review:
      'La clínica puede ver lo que cuento y envío, para decir si yo podría ser candidato a un procedimiento. Esto no es un diagnóstico ni reemplaza una consulta.',
    shareImages: 'La clínica puede guardar mis imágenes y compartirlas con los médicos que me atienden.',
    phone: 'La clínica puede llamarme sobre esta solicitud.',
    text: 'La clínica puede enviarme mensajes de texto sobre esta solicitud. Puede haber cargos por mensajes y datos. Puedo responder STOP en cualquier momento.',
    email: 'La clínica puede escribirme por correo electrónico sobre esta solicitud.',
    tellDoctor: 'La clínica puede contarle a mi propio médico lo que encuentre.',
    marketing: 'La clínica puede enviarme noticias sobre sus servicios.',
  },
};

export type ConsentSaid = { readonly kind: ConsentKind; readonly isGiven: boolean; readonly words: string };

/** The lines that a telling adds: what was answered for the first time, and what was answered otherwise than before. */
export function consentsSaid(before: Consents, after: Consents, language: 'en' | 'es'): ConsentSaid[] {
  return FORM_CONSENTS.flatMap((kind) => {
    const isGiven = after[kind];
    return isGiven === undefined || isGiven === before[kind]
      ? []
      : [{ kind, isGiven, words: CONSENT_WORDS[language][kind] }];
  });
}

/** One answer as it stands on record, in the words that were read. */
export type ConsentShown = {
  readonly kind: ConsentKind;
  readonly isGiven: boolean;
  readonly version: string;
  readonly words: string;
  readonly language: string;
  readonly channel: string;
  readonly at: string;
};
export type ConsentRow = Omit<ConsentShown, 'at' | 'kind'> & { readonly kind: string; readonly at: Date };

/** As it leaves the house. */
export const consentShown = ({ at, kind, ...row }: ConsentRow): ConsentShown => ({
  ...row,
  kind: kind as ConsentKind,
  at: at.toISOString(),
});
