import type { Prisma } from "@/lib/generated/prisma/client";

/** What a letter to a recipient is addressed with: their texts, who holds the office now, and the addresses there are. */
export const addressedShape = {
  id: true,
  language: true,
  texts: true,
  holders: { where: { until: null }, orderBy: { since: "desc" }, take: 1 },
  addresses: { where: { retiredAt: null }, orderBy: { position: "asc" } },
} satisfies Prisma.RecipientSelect;
