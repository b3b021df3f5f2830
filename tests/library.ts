import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";

/** A group of an organisation with these recipients in it. @returns its id */
export async function makeGroup({ id: organisationId }: { id: string }, recipients: string[] = []): Promise<string> {
  const id = uuidv7();
  await db().recipientGroup.create({ data: { id, organisationId, name: `Group ${id}` } });
  const data = recipients.map((recipientId) => ({ groupId: id, recipientId, organisationId }));
  await db().recipientGroupMember.createMany({ data });
  return id;
}
