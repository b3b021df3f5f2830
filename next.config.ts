import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The front door compresses what it sends, and sends public pages from its own cache.
  compress: false,
  // Metadata belongs in the head for every reader: public pages have no script that would move it there.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "graphile-worker",
    "pino",
    "nodemailer",
    "@myriaddreamin/typst-ts-node-compiler",
  ],
  // A list of recipients of 20 MB with what is said of it. The front door lets no other form be as large.
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: "21mb" } },
  typescript: { ignoreBuildErrors: false },
};

export default createNextIntlPlugin("./app/i18n.ts")(config);
