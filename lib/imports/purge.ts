import { db } from "@/lib/db";
import { importLimits } from "./schema";

/** Forgets imports, with their files, some days after they were begun. @returns how many */
export async function purgeImports(): Promise<number> {
  const before = new Date(Date.now() - importLimits.days * 86_400_000);
  const where = { createdAt: { lt: before }, state: { notIn: ["running", "undoing"] } } as const;
  return (await db().recipientImport.deleteMany({ where: { ...where, state: { notIn: [...where.state.notIn] } } }))
    .count;
}
