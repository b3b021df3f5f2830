import { fingerprint } from "@/lib/fingerprint";
import type { Prisma } from "@/lib/generated/prisma/client";
import { provenanceShape } from "./provenance-shape";

/** What a member says of an original, and when what was received came in. */
export const facts = {
  mediaType: true,
  encoding: true,
  ...provenanceShape,
  receivedAt: true,
} satisfies Prisma.OriginalSelect;

type Facts = Prisma.OriginalGetPayload<{ select: typeof facts }>;

/** The mark of an original as it is stored. @param original null while there is none */
export function originalMark(original: Facts | null): string {
  return fingerprint(original && storedOriginal(original));
}

/** An original as the history keeps it, without a word of what was received; days and moments as ISO 8601. */
export function storedOriginal({ incidentOn, issuedOn, receivedAt, ...original }: Facts) {
  const { originator, originatorAt, forwarder, forwarderAt, reference, encoding, mediaType } = original;
  return {
    originator,
    originatorAt,
    forwarder,
    forwarderAt,
    reference,
    incidentOn: incidentOn?.toISOString().slice(0, 10) ?? null,
    issuedOn: issuedOn?.toISOString().slice(0, 10) ?? null,
    encoding,
    mediaType,
    receivedAt: receivedAt?.toISOString() ?? null,
  };
}
