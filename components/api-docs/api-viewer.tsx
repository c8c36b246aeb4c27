'use client';
import 'swagger-ui-dist/swagger-ui.css';
import './api-viewer.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { mendNames } from './mend-names';

/** Swagger UI over our own document. Its 500 kB load on this page only. */
export function ApiViewer({ address }: { address: string }) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    const { classList } = document.documentElement;
    classList.toggle('dark-mode', scheme === 'dark');
    return () => classList.remove('dark-mode');
  }, [scheme]);

  useEffect(() => {
    const domNode = place.current;
    if (!domNode) return;
    const watch = new MutationObserver(() => mendNames(domNode));
    watch.observe(domNode, { childList: true, subtree: true });
    void import('swagger-ui-dist/swagger-ui-es-bundle.js').then(({ default: draw }) =>
      draw({ url: address, domNode, docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null }),
    );
    return () => watch.disconnect();
  }, [address]);

  return <div ref={place} />;
}
