import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { type Actor, mayDo } from "@/lib/accounts/access";
import { roles } from "@/lib/accounts/schema";
import { sealSession, sessionCookie } from "@/lib/accounts/session-token";
import { startSession } from "@/lib/accounts/start-session";
import { drainDue } from "@/lib/delivery/drain";
import { pages } from "@/tests/access/page";
import { makeWorld } from "@/tests/factories";
import { makeMember, removeMember } from "@/tests/members";
import { startSite } from "@/tests/running-site";

const room = "app/desk/(room)/";

test("every page of the room has its row, and every row its page", () => {
  const files = globSync(`${room}**/page.tsx`).map((file) => file.slice(room.length, -"/page.tsx".length));
  expect(pages.map(({ folder }) => folder).toSorted()).toEqual(files.toSorted());
});

test("each page is shown to those who may see it, and to nobody else", async () => {
  const scene = await makeWorld({ signers: 1 });
  await drainDue(null, new AbortController().signal);
  const site = await startSite({ SMTP_URL: "" });
  const stranger = await makeMember((await makeWorld()).organisation);
  const removed = await makeMember(scene.organisation);
  const removedCookie = await cookieOf(removed);
  await removeMember(removed);
  const members = await Promise.all(roles.map((role) => makeMember(scene.organisation, { role })));
  for (const page of pages) {
    const path = await page.path(scene);
    const ask = (cookie?: string) => visit(site.url + path, cookie);
    expect(await ask(), `${page.folder}, anonymous`).toBe("sign-in");
    expect(await ask(removedCookie), `${page.folder}, removed`).toBe("sign-in");
    for (const member of members) {
      const wanted = mayDo(member, page.act) ? 200 : 404;
      expect(await ask(await cookieOf(member)), `${page.folder}, ${member.role}`).toBe(wanted);
    }
    expect(await ask(await cookieOf(stranger)), `${page.folder}, another organisation`).toBe(isOurs(path) ? 404 : 200);
  }
}, 180_000);

function isOurs(path: string): boolean {
  return /[0-9a-f]{8}-[0-9a-f]{4}-/.test(path);
}

async function cookieOf({ accountId }: Actor): Promise<string> {
  return `${sessionCookie().name}=${await sealSession(await startSession(accountId))}`;
}

async function visit(url: string, cookie = ""): Promise<number | string> {
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const to = answer.headers.get("location") ?? "";
  return to.includes("/desk/sign-in?next=") ? "sign-in" : answer.status;
}
