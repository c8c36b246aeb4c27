import type { Metadata } from 'next';
import { MailScreen } from '@/components/mail/mail-screen';
import { Refused } from '@/components/ui/refused';
import { look } from '@/lib/door/next';
import { listMail } from '@/lib/queries/list-mail';
import { leave, resend } from './actions';

export const metadata: Metadata = { title: 'Mail' };
type Props = { readonly searchParams: Promise<{ tab?: string; cursor?: string }> };

export default async function MailPage({ searchParams }: Props) {
  const { tab = 'look', cursor } = await searchParams;
  const list = await look(listMail, { tab, cursor });
  if (!list.ok)
    return <Refused problem={list.problem} asked={{ tab, cursor }} home="/mail" homeWords="Show what needs a look" />;
  return <MailScreen list={list.answer} tab={tab} isFirst={!cursor} resend={resend} leave={leave} />;
}
