import { expect, test } from "vitest";
import { mayDo } from "@/lib/accounts/access";
import { roles } from "@/lib/accounts/schema";
import { sealSession, sessionCookie } from "@/lib/accounts/session-token";
import { startSession } from "@/lib/accounts/start-session";
import { submitCampaign } from "@/lib/campaigns/submit";
import { db } from "@/lib/db";
import type { Campaign, Organisation, Prisma } from "@/lib/generated/prisma/client";
import type { Right } from "@/lib/generated/prisma/enums";
import { loadMessages } from "@/lib/messages";
import { rows } from "@/tests/access/life";
import { makeCampaign, makeOrganisation, makeRecipient, makeRevision, makeSignatures } from "@/tests/factories";
import { makePerson } from "@/tests/cases";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { startSite } from "@/tests/running-site";

type Values = Partial<Prisma.CampaignUncheckedCreateInput>;

const { stop, deadline, review, schedule, follow, verified } = loadMessages("en").desk.life;
const hour = 3_600_000;
const unpublished: Values = { state: "draft", publishedAt: null };
const past: Values = { deadlineAt: new Date(Date.now() - hour), deadlineZone: "UTC" };
const stopped: Values = { stoppedAt: new Date(), state: "closed" };

/** What a campaign offers as it stands, by the verb that each button calls. */
const offers: { values: Values; waits?: true; buttons: Record<string, string> }[] = [
  { values: unpublished, buttons: { submitCampaign: review.submit, scheduleCampaign: schedule.submit } },
  {
    values: { ...unpublished, state: "scheduled", scheduledAt: new Date(Date.now() + hour), scheduledZone: "UTC" },
    buttons: { unscheduleCampaign: schedule.cancel },
  },
  {
    values: { ...unpublished, state: "draft" },
    waits: true,
    buttons: { approveCampaign: review.approve, sendBackCampaign: review.back },
  },
  {
    values: {},
    buttons: { stopCampaign: stop.open, followCampaign: follow.submit, verifyCase: verified.today },
  },
  { values: past, buttons: { extendDeadline: deadline.extend, cancelUnsent: "Close and cancel the letter" } },
  { values: stopped, buttons: { liftStop: stop.lift, cancelUnsent: stop.cancel } },
];

const holdings: { granted: Right[]; taken: Right[] }[] = [
  { granted: [], taken: [] },
  { granted: [], taken: ["manage"] },
  { granted: [], taken: ["send"] },
  { granted: ["send"], taken: [] },
  { granted: ["manage"], taken: [] },
];

test("the page of a campaign's life shows a member each button that is allowed, and none that would be refused", async () => {
  const organisation = await makeOrganisation();
  const site = await startSite({ SMTP_URL: "" });
  const campaigns = await Promise.all(offers.map((offer) => makeOffering(organisation, offer)));
  const kinds = roles.flatMap((role) => holdings.map((rights) => ({ role, rights })));
  for (const { role, rights } of kinds) {
    const member = { ...(await makeMember(organisation, { role })), ...rights };
    await db().member.update({ where: { id: member.memberId }, data: rights });
    const cookie = `${sessionCookie().name}=${await sealSession(await startSession(member.accountId))}`;
    for (const [at, { buttons }] of offers.entries()) {
      const answer = await fetch(`${site.url}/desk/campaigns/${campaigns[at]?.id}/life`, { headers: { cookie } });
      const shown = namesIn(await answer.text());
      for (const [verb, button] of Object.entries(buttons)) {
        const act = rows.find((row) => row.verb === verb)?.act;
        const said = `${button}: ${role} +${rights.granted.join()} -${rights.taken.join()}`;
        expect(shown.includes(button), said).toBe(act !== undefined && mayDo(member, act));
      }
    }
  }
}, 180_000);

async function makeOffering(organisation: Organisation, { values, waits }: (typeof offers)[number]): Promise<Campaign> {
  const campaign = await makeCampaign(organisation, values);
  const revision = await makeRevision(campaign);
  const minister = await makeRecipient(campaign, { channel: "email", address: "minister@mfa.example.org" });
  const ambassador = await makeRecipient(campaign, { channel: "fax", address: "+441632960123" });
  const person = await makePerson(campaign);
  if (values.publishedAt === null) {
    await db().revision.update({ where: { id: revision.id }, data: { publishedAt: null } });
    if (waits) await submitCampaign(await makeMember(organisation), campaign.id);
    return campaign;
  }
  const world = { organisation, campaign, revision, person, minister, ambassador, signatures: [] };
  const [signature] = await makeSignatures(world, 1);
  await putLetters({ where: { id: signature?.letters.email }, data: { state: "held", holdReason: "stop" } });
  await putLetters({ where: { id: signature?.letters.fax }, data: { state: "cancelled" } });
  return campaign;
}

/** What the buttons and links of a page say. */
function namesIn(html: string): string[] {
  const tags = html.matchAll(/<(button|a)\b[^>]*>(.*?)<\/\1>/gs);
  return [...tags].map(([, , inner = ""]) => inner.replaceAll(/<[^>]*>/g, "").trim());
}
