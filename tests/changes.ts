import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { makeMember } from "@/tests/members";

/** A change of a campaign's English text by a member of its own, as if made a day ago. @returns its id */
export async function makeChange(campaignId: string): Promise<string> {
  const { organisationId } = await db().campaign.findUniqueOrThrow({ where: { id: campaignId } });
  const { accountId } = await makeMember({ id: organisationId });
  const words = { request: "", summary: "", body: "", notice: "", writeHint: "" };
  const [before, after] = [
    { title: "Before", ...words },
    { title: "After", ...words },
  ];
  const at = new Date(Date.now() - 86_400_000);
  const id = uuid({ msecs: at.getTime() });
  const of = { organisationId, campaignId, accountId };
  await db().revisionChange.create({
    data: { ...of, id, revision: 1, part: "text", language: "en", before, after, startedAt: at, at },
  });
  return id;
}
