import { closeDb, pool } from "@/lib/db";
import { sealSession, sessionCookie } from "@/lib/accounts/session-token";
import { startSession } from "@/lib/accounts/start-session";
import { foldTallies } from "@/lib/reports/fold";
import { makeWorld } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { emailOf, makeManySignatures } from "./many-signatures";

// Fills the database of `DATABASE_URL`: an organisation, an owner who is signed in, and a campaign with as many signatures as
// the argument says. What is needed to look at it goes to the parent.

/** A filled database, as the measuring process needs to know it. */
export type LargeWorld = {
  campaignId: string;
  slug: string;
  /** Of a signer in the middle, and the signature's id. */
  email: string;
  middle: string;
  cookie: string;
  actor: Awaited<ReturnType<typeof makeMember>>;
};

async function fill(count: number): Promise<LargeWorld> {
  const world = await makeWorld();
  const actor = await makeMember(world.organisation);
  await makeManySignatures(pool(), world, count);
  await foldTallies();
  await pool().query("vacuum analyze");
  const middle = await pool().query<{ id: string }>(
    "select id from signatures where campaign_id = $1 order by id offset $2 limit 1",
    [world.campaign.id, Math.floor(count / 2)],
  );
  const cookie = `${sessionCookie().name}=${await sealSession(await startSession(actor.accountId))}`;
  return {
    campaignId: world.campaign.id,
    slug: world.campaign.slug,
    email: emailOf(Math.floor(count / 2)),
    middle: middle.rows[0]?.id ?? "",
    cookie,
    actor,
  };
}

const filled = await fill(Number(process.argv[2]));
await closeDb();
process.send?.(filled);
process.disconnect?.();
