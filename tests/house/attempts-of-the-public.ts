import { beginForm } from '@/lib/commands/begin-form';
import { chooseContact } from '@/lib/commands/choose-contact';
import { confirmPerson } from '@/lib/commands/confirm-person';
import { keepForm } from '@/lib/commands/keep-form';
import { sendForm } from '@/lib/commands/send-form';
import { withdrawRequest } from '@/lib/commands/withdraw-request';
import { openForm } from '@/lib/queries/open-form';
import { openStatus } from '@/lib/queries/open-status';
import type { Attempt } from './attempts';
import { aForm, aSentForm, BORN, seen } from './forms';

const whose = ['none'] as const;

/** Attempts at what people do who have no account: the form, and their own page. */
export const OF_THE_PUBLIC: readonly Attempt[] = [
  { action: 'form.begin', act: beginForm, whose, isQuiet: true, say: async () => ({ language: 'en' }) },
  { action: 'form.open', act: openForm, whose, isQuiet: true, say: async () => ({ token: await aForm() }) },
  {
    action: 'form.keep',
    act: keepForm,
    whose,
    isQuiet: true,
    say: async () => ({ token: await aForm(), step: 'send', typed: {} }),
  },
  { action: 'form.send', act: sendForm, whose, say: async () => ({ token: await aForm() }) },
  { action: 'status.open', act: openStatus, whose, say: async () => ({ token: await aSentForm() }) },
  {
    action: 'status.confirm',
    act: confirmPerson,
    whose,
    say: async () => ({ token: await aSentForm(), dateOfBirth: BORN }),
  },
  { action: 'request.withdraw', act: withdrawRequest, whose, say: async () => seen(await aSentForm()) },
  {
    action: 'contact.choose',
    act: chooseContact,
    whose,
    say: async () => ({
      ...(await seen(await aSentForm())),
      preferredChannel: 'text',
      phone: true,
      text: true,
      email: false,
    }),
  },
];
