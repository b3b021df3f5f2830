import type { Prisma } from "@/lib/generated/prisma/client";

/** Where an appeal comes from, as far as it may be said beside it. */
export const provenanceShape = {
  originator: true,
  originatorAt: true,
  forwarder: true,
  forwarderAt: true,
  reference: true,
  incidentOn: true,
  issuedOn: true,
} satisfies Prisma.OriginalSelect;
