import { v7 as uuidv7 } from "uuid";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { TaskKind } from "@/lib/generated/prisma/enums";

type Task = { organisationId: string; campaignId: string; kind: TaskKind; subjectId?: string };

/** Gives the members of an organisation something to decide. What is open already stays one task. */
export async function openTask(
  tx: Prisma.TransactionClient,
  { organisationId, campaignId, kind, subjectId }: Task,
): Promise<void> {
  await tx.$executeRaw`
    insert into tasks (id, organisation_id, campaign_id, kind, subject_id)
    values (${uuidv7()}::uuid, ${organisationId}::uuid, ${campaignId}::uuid, ${kind}::task_kind, ${subjectId ?? null}::uuid)
    on conflict (campaign_id, kind) where done_at is null do nothing`;
}
