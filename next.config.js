/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  // "npm test" checks the types, tests included; a clinic's start does not wait for that.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The image optimiser is an attack surface that a desk without pictures does not need.
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg'],
  experimental: {
    // What is longer reaches the door cut short: the largest file, and the form around it.
    proxyClientMaxBodySize: '21mb',
    serverActions: { bodySizeLimit: '2mb' },
    optimizePackageImports: ['@mantine/core', '@mantine/hooks'],
  },
};
