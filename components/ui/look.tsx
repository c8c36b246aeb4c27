'use client';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEarlyWords } from './early-words';
import { theme, variables } from './theme';

export function Look({ nonce, children }: { nonce: string; children: ReactNode }) {
  useEarlyWords();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
