import type { Prisma } from "@/lib/generated/prisma/client";
import { openImportPart, sealImportPart } from "./file-seal";
import type { markShape } from "./mark";

type Present = Prisma.RecipientGetPayload<{ select: typeof markShape }>;

/** A recipient before an import wrote over it: its words, and the ids of who held it, of its addresses and its groups. */
export type Before = {
  facts: Pick<Present, "country" | "language" | "timeZone" | "tags">;
  texts: Pick<Present["texts"][number], "language" | "office" | "short" | "body" | "salutation">[];
  holder: string | null;
  addresses: string[];
  groups: string[];
};

type At = { importId: string; number: number };

/** Sealed like the file itself: what stood there may name who held an office. */
export function sealBefore(at: At, present: Present): Buffer<ArrayBuffer> {
  const { country, language, timeZone, tags, texts, holders, addresses, groups } = present;
  const before: Before = {
    facts: { country, language, timeZone, tags },
    texts: texts.map(({ recipientId: _recipient, organisationId: _organisation, ...text }) => text),
    holder: holders[0]?.id ?? null,
    addresses: addresses.map(({ id }) => id),
    groups: groups.map(({ groupId }) => groupId),
  };
  return sealImportPart(at, Buffer.from(JSON.stringify(before)));
}

export function openBefore(at: At, sealed: Uint8Array): Before {
  return JSON.parse(openImportPart(at, sealed).toString("utf8")) as Before;
}
