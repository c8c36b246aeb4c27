/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The image optimiser is an attack surface that a desk without pictures does not need.
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg'],
  experimental: { serverActions: { bodySizeLimit: '2mb' }, optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
};
