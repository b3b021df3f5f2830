import { v7 as uuidv7 } from "uuid";
import { hashPassword } from "@/lib/accounts/password";
import { asAdministrator } from "@/tests/cluster";
import { owner, type World } from "./world";

type NewMember = { name: string; email: string; password: string; role: "owner" | "campaigner" };

/** Gives the owner's organisation one more member, who can sign in at once. */
export async function addMember(world: World, { name, email, password, role }: NewMember): Promise<void> {
  const passwordHash = await hashPassword(password);
  await asAdministrator(world.databaseUrl, async (client) => {
    const [accountId, memberId] = [uuidv7(), uuidv7()];
    const account = "insert into accounts (id, email, name, password_hash) values ($1, $2, $3, $4)";
    await client.query(account, [accountId, email, name, passwordHash]);
    const member = `insert into members (id, organisation_id, account_id, role)
      select $1, organisation_id, $2, $4 from members join accounts on accounts.id = account_id where email = $3`;
    await client.query(member, [memberId, accountId, owner.email, role]);
  });
}
