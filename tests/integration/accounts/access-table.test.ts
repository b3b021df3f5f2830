import { globSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { type Actor, allowed, mayDo, rightsOf } from "@/lib/accounts/access";
import { rights, roles } from "@/lib/accounts/schema";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { AccessRow, Scene } from "@/tests/access/row";
import { makeWorld } from "@/tests/factories";
import { makeMember, removeMember } from "@/tests/members";

// Every verb of the desk takes its actor first. The table is made from tests/access/*.ts; a verb without a row fails.
const rows = (
  await Promise.all(
    globSync("tests/access/*.ts")
      .filter((file) => !/\/(?:row|page)\.ts$/.test(file))
      .map((file) => import(pathToFileURL(file).href) as Promise<{ rows: AccessRow[] }>),
  )
).flatMap((module) => module.rows);

// The checks themselves, and what the rail shows of the member's own.
const notVerbs = ["requireAccess", "getDeskNames", "recordEvent"];

function verbs(): string[] {
  const files = globSync("lib/**/*.ts", { exclude: (path) => path.includes("generated") });
  return files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/export (?:async )?function\*? (\w+)\(\s*actor: Actor\b/g)].map(
      ([, name = ""]) => name,
    ),
  );
}

test("every verb has its row, and every row its verb", () => {
  const named = rows.map(({ verb }) => verb).toSorted();
  expect(named).toEqual([...new Set(named)]);
  expect(named).toEqual(
    verbs()
      .filter((verb) => !notVerbs.includes(verb))
      .toSorted(),
  );
});

test("every act is asked for by some verb", () => {
  const asked = new Set(rows.flatMap(({ act, also = [] }) => [act, ...also]));
  expect(Object.keys(allowed).filter((act) => !asked.has(act as AccessRow["act"]))).toEqual([]);
});

async function refusalOf(answer: Promise<unknown>): Promise<string | null> {
  try {
    await answer;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe.each(rows)("$verb", ({ act, call, foreign }) => {
  let scene: Scene;

  test("asks for its act", async () => {
    scene = await makeWorld({ signers: 1 });
    for (const role of roles) {
      const code = await refusalOf(call(await makeMember(scene.organisation, { role }), scene));
      if (mayDo(role, act)) expect(["no-access", "not-found"], role).not.toContain(code);
      else expect(code, role).toBe("no-access");
    }
  });

  test("asks for its rights", async () => {
    scene = await makeWorld({ signers: 1 });
    for (const role of roles) {
      const byRole = await makeMember(scene.organisation, { role });
      for (const [granted, taken] of [
        ...(rightsOf[act] ?? []).map((one) => [[], [one]] as const),
        [rights, []] as const,
      ]) {
        const actor = { ...byRole, granted: [...granted], taken: [...taken] };
        await db().member.update({
          where: { id: actor.memberId },
          data: { granted: actor.granted, taken: actor.taken },
        });
        const code = await refusalOf(call(actor, scene));
        const said = `${role} +${granted.join()} -${taken.join()}`;
        if (mayDo(actor, act)) expect(["no-access", "not-found"], said).not.toContain(code);
        else expect(code, said).toBe("no-access");
      }
    }
  });

  test("is closed while a second factor is missing", async () => {
    scene = await makeWorld({ signers: 1 });
    const actor = await makeMember(scene.organisation);
    await db().organisation.update({
      where: { id: scene.organisation.id },
      data: { secondFactorRequiredAt: new Date() },
    });
    const code = await refusalOf(call(actor, scene));
    if (act === "account.secure") expect(code).not.toBe("second-factor-required");
    else expect(code).toBe("second-factor-required");
  });

  test("is closed to a removed member, a forged one, and one who lies about the role", async () => {
    scene = await makeWorld({ signers: 1 });
    const removed = await makeMember(scene.organisation);
    await removeMember(removed);
    expect(await refusalOf(call(removed, scene))).toBe("no-access");
    const forged: Actor = {
      accountId: uuidv7(),
      memberId: uuidv7(),
      organisationId: scene.organisation.id,
      role: "owner",
    };
    expect(await refusalOf(call(forged, scene))).toBe("no-access");
    const least = roles.find((role) => !mayDo(role, act));
    if (!least) return;
    const liar = await makeMember(scene.organisation, { role: least });
    expect(await refusalOf(call({ ...liar, role: "owner" }, scene))).toBe("no-access");
  });

  test("shows and changes nothing of another organisation", async () => {
    scene = await makeWorld({ signers: 1 });
    const stranger = await makeMember((await makeWorld()).organisation);
    const answer = call(stranger, scene);
    if (foreign === "refused") expect(await refusalOf(answer)).toBe("not-found");
    else expect(JSON.stringify((await answer) ?? null)).not.toMatch(new RegExp(idsOf(scene).join("|")));
  });
});

function idsOf({ organisation, campaign, revision, minister, signatures }: Scene): string[] {
  const letters = signatures.flatMap((signature) => Object.values(signature.letters));
  return [organisation.id, campaign.id, revision.id, minister.id, ...signatures.map(({ id }) => id), ...letters];
}
