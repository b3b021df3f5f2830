import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import { encodePicture, UnusablePicture } from "./encode-picture";
import { requireCase } from "./find-own";
import type { PictureInput } from "./schema";

/**
 * Adds a picture to a case, encoded anew.
 * @param input `file`: the bytes as they were uploaded
 * @returns its id
 * @throws Refusal("no-access"), Refusal("not-found") also for a person of another case; a fault of the field `file`
 */
export async function addPicture(
  actor: Actor,
  caseId: string,
  { file, credit, shows }: PictureInput & { file: Uint8Array },
): Promise<string> {
  await requireAccess(actor, "cases.edit");
  await requireCase(db(), actor, caseId);
  const { organisationId } = actor;
  const known = await db().personAtRisk.findMany({ where: { caseId, organisationId }, select: { id: true } });
  if (!shows.every((id) => known.some((person) => person.id === id))) throw new Refusal("not-found");
  const picture = await encoded(file);
  const id = uuidv7();
  await db().picture.create({ data: { id, organisationId, caseId, credit, shows, ...picture } });
  return id;
}

async function encoded(file: Uint8Array) {
  try {
    return await encodePicture(file);
  } catch (error) {
    if (error instanceof UnusablePicture) throw fieldError("file", error.code);
    throw error;
  }
}
