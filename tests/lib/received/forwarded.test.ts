import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "@/lib/campaigns/schema";
import { readAppeal } from "@/lib/importing/read-appeal";
import { writeAppeal } from "@/lib/importing/write-appeal";
import { draftFields } from "@/lib/received/draft-fields";
import { cut } from "@/lib/received/read-fields";
import { aloneAppeal, anyAppeal } from "@/tests/lib/importing/appeals";

async function fieldsOf(text: string) {
  const { draft } = await readAppeal(Buffer.from(text));
  return draftFields(draft);
}

test("200 appeals come back into the fields of a draft, each into its own", async () => {
  await fc.assert(
    fc.asyncProperty(anyAppeal, async (appeal) => {
      const { fields } = await fieldsOf(writeAppeal(appeal));
      const { dates, deadlineClock, requests, letter, recipients } = appeal;
      const first = appeal.background?.split(/\n{2,}/)[0];
      expect(fields).toMatchObject({
        title: cut(appeal.title, limits.title),
        reference: appeal.reference ?? "",
        originator: appeal.originator ?? "",
        forwarder: appeal.forwarder ?? "",
        country: appeal.country ?? "",
        incidentOn: dates.incident ?? "",
        issuedOn: dates.issued ?? "",
        deadlineDate: dates.deadline ?? "",
        deadlineTime: deadlineClock?.time ?? "",
        ...(deadlineClock && { deadlineZone: deadlineClock.zone }),
        embassyOf: appeal.embassyOf ?? "",
        request: cut(appeal.request ?? requests[0], limits.request),
        summary: appeal.summary ?? cut(first, 600),
        background: appeal.background ?? "",
        note: appeal.note ?? "",
        requests: requests.map((one) => one.replace(/\s+/g, " ")).join("\n"),
        subject: cut(letter?.subject ?? appeal.title, 200),
        body: letter?.body ?? "",
      });
      for (const [at, { addresses }] of recipients.entries()) {
        const values = addresses.map((_, n) => fields[`recipient-r${at + 1}-a${n + 1}-value`]);
        expect(values).toEqual(addresses.map(({ value }) => value));
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("the hour and the zone of the deadline, what is asked and what is said in short stand in their own fields", async () => {
  const { fields, traces } = await fieldsOf(writeAppeal(aloneAppeal));
  expect(fields).toMatchObject({
    deadlineDate: "2026-06-30",
    deadlineTime: "18:00",
    deadlineZone: "Asia/Shanghai",
    request: "Tell his family where he is",
    summary: "A man was taken from a consulate.\n\nNobody has seen him since.",
    requests: aloneAppeal.requests.join("\n"),
  });
  expect(Object.keys(traces)).toEqual(expect.arrayContaining(["deadlineTime", "request", "summary", "requests"]));
});

test("a zone that nobody knows is that of the country", async () => {
  const clock = { time: "18:00", zone: "Asia/Nowhere" };
  const { fields } = await fieldsOf(writeAppeal({ ...aloneAppeal, deadlineClock: clock }));
  expect(fields).toMatchObject({ deadlineTime: "18:00", deadlineZone: "Asia/Shanghai" });
});
