import { fingerprint } from "@/lib/fingerprint";
import type { Prisma } from "@/lib/generated/prisma/client";
import { presentShape, type PresentRecipient, recipientFingerprint } from "@/lib/recipients/changed";

/** What is read of a recipient to see whether it is still what an import made of it. */
export const markShape = {
  ...presentShape,
  tags: true,
  doNotContactAt: true,
  groups: { select: { groupId: true } },
} satisfies Prisma.RecipientSelect;

type Marked = PresentRecipient & { tags: string[]; groups: { groupId: string }[]; doNotContactAt: Date | null };

/** Names all that a member can change of a recipient. */
export function markOf({ tags, groups, doNotContactAt, ...present }: Marked): string {
  const within = groups.map(({ groupId }) => groupId).toSorted();
  return fingerprint([recipientFingerprint(present), tags, within, doNotContactAt !== null]);
}
