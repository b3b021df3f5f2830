import { db } from "@/lib/db";

/** The country an embassy stands in (ISO 3166-1 alpha-2); null for an office that is none. */
export async function findHost(recipientId: string): Promise<string | null> {
  const embassy = await db().embassy.findFirst({
    where: { recipientId },
    orderBy: { host: "asc" },
    select: { host: true },
  });
  return embassy?.host ?? null;
}
