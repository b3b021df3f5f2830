import type { Prisma } from "@/lib/generated/prisma/client";

/** What the desk shows of a signature without its signer: nothing in it says who it was. */
export const listedShape = {
  id: true,
  state: true,
  stateAt: true,
  createdAt: true,
  country: true,
  language: true,
  partner: true,
  disclosure: true,
  newsConsentAt: true,
  publicNameConsentAt: true,
} satisfies Prisma.SignatureSelect;
