import '@fontsource-variable/inter/index.css';
import '@/components/ui/parts';
import './globals.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Look } from '@/components/ui/look';

/** No page title ever holds a person's name: titles end up in histories. */
export const metadata: Metadata = { title: { default: 'Foramen', template: '%s · Foramen' }, icons: '/favicon.svg' };
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const sent = await headers();
  const nonce = sent.get('x-nonce') ?? '';
  // The public pages say their language in the address.
  const language = /^\/(review-request|status)\b.*[?&]lang=es/.test(sent.get('x-here') ?? '') ? 'es' : 'en';
  return (
    <html lang={language} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <Look nonce={nonce}>{children}</Look>
      </body>
    </html>
  );
}
