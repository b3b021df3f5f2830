import { expect, test } from "vitest";
import { judgeReport } from "@/lib/delivery/bounce-verdict";
import { readDeliveryReport, type ReportedFate } from "@/lib/delivery/delivery-report";
import { readStatusFields } from "@/lib/delivery/status-fields";
import { autoReply, eximReport, exchangeReport, gmailReport, mail, postfixReport } from "@/tests/delivery-reports";

async function fateOf(raw: Buffer): Promise<ReportedFate | undefined> {
  return (await readDeliveryReport(raw))?.fates[0];
}

const digest = async (raw: Buffer) => (await readDeliveryReport(raw))?.digest.toString("hex");
const fate = (action: ReportedFate["action"], code: string) => ({ action, status: code, code: null, response: "" });

test.each([
  ["Postfix", postfixReport, "5.1.1", 550],
  ["Exim, whose own status says nothing", eximReport, "5.1.1", 550],
  ["Exchange", exchangeReport, "5.1.1", 550],
  ["Gmail", gmailReport, "5.1.1", 550],
])("reads what %s writes, folded, in any case, without the mailbox", async (_name, write, status, code) => {
  const read = await fateOf(write());
  expect(read).toMatchObject({ action: "failed", status, code });
  expect(read?.response).toContain("User unknown in virtual mailbox table");
  expect(read?.response).not.toMatch(/minister|@/);
});

test.each([
  ["a mailbox without its domain", "550 5.1.1 minister... User unknown", "550 5.1.1 …... User unknown"],
  ["a mailbox as part of a word is another word", "550 5.1.1 ministerial", "550 5.1.1 ministerial"],
  ["the queue's own words", "X-Postfix said so", "X-Postfix said so"],
])("keeps of the answer: %s", async (_name, said, kept) => {
  expect((await fateOf(postfixReport({ said })))?.response).toBe(kept);
});

test("the same report has the same digest by whatever way it came, another one another", async () => {
  const first = postfixReport();
  const again = Buffer.concat([Buffer.from("Received: from mx by desk; Wed, 25 Nov 2026\r\n"), first]);
  expect(await digest(again)).toBe(await digest(first));
  expect(await digest(postfixReport({ messageId: "another@mx.relay.example" }))).not.toBe(await digest(first));
});

test("several recipients: the report names each", async () => {
  const second = ["Final-Recipient: rfc822; second@mfa.example.org", "Action: delivered", "Status: 2.0.0"];
  const report = await readDeliveryReport(postfixReport({}, [second]));
  expect(report?.fates.map(({ action, status }) => `${action} ${status}`)).toEqual(["failed 5.1.1", "delivered 2.0.0"]);
});

const headers = (contentType: string) => [
  "Message-ID: <one@mx.relay.example>",
  "MIME-Version: 1.0",
  `Content-Type: ${contentType}`,
  "",
];
const part = (contentType: string, ...lines: string[]) => ["--b", `Content-Type: ${contentType}`, "", ...lines, ""];
const status = [
  "Reporting-MTA: dns; mx",
  "",
  "Final-Recipient: rfc822; a@b.example",
  "Action: failed",
  "Status: 5.1.1",
];
const multipart = (contentType: string, ...parts: string[][]) =>
  mail([...headers(contentType), ...parts.flat(), "--b--", ""]);

test.each([
  ["an auto-reply", autoReply()],
  ["what a machine made", autoReply("auto-generated")],
  ["a person's answer", mail([...headers("text/plain"), "550 5.1.1 User unknown"])],
  [
    "a read receipt",
    multipart(
      "multipart/report; report-type=disposition-notification; boundary=b",
      part("message/disposition-notification", "Disposition: automatic-action; deleted"),
    ),
  ],
  [
    "a complaint",
    multipart("multipart/report; report-type=feedback-report; boundary=b", part("message/delivery-status", ...status)),
  ],
  [
    "a report that is not said to be one",
    multipart("multipart/mixed; boundary=b", part("message/delivery-status", ...status)),
  ],
  ["a report without its kind", multipart("multipart/report; boundary=b", part("message/delivery-status", ...status))],
  [
    "a report without its status part",
    multipart("multipart/report; report-type=delivery-status; boundary=b", part("text/plain", "failed")),
  ],
  [
    "a report about nobody",
    multipart(
      "multipart/report; report-type=delivery-status; boundary=b",
      part("message/delivery-status", "Reporting-MTA: dns; mx"),
    ),
  ],
  [
    "a report that tells no action",
    multipart(
      "multipart/report; report-type=delivery-status; boundary=b",
      part("message/delivery-status", ...status.filter((line) => !line.startsWith("Action"))),
    ),
  ],
  ["an action nobody knows", postfixReport({ action: "exploded" })],
  ["a forwarded report", multipart("multipart/mixed; boundary=b", part("message/rfc822", postfixReport().toString()))],
  ["nothing", Buffer.alloc(0)],
  ["noise", Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256))],
  [
    "parts in parts without end",
    multipart(
      "multipart/report; report-type=delivery-status; boundary=b0",
      ...Array.from({ length: 60 }, (_, n) => [`--b${n}`, `Content-Type: multipart/mixed; boundary=b${n + 1}`, ""]),
    ),
  ],
])("%s is no report", async (_name, raw) => expect(await readDeliveryReport(raw)).toBeNull());

test("a report in the wrong charset, with parts missing or encoded, still tells the fate", async () => {
  const type = "multipart/report; report-type=delivery-status; boundary=b";
  const latin = Buffer.concat([
    multipart(
      type,
      part(
        "message/delivery-status; charset=iso-8859-1",
        ...status,
        "Diagnostic-Code: smtp; 550 5.1.1 Bo\u00eete inconnue",
      ),
    ),
  ]);
  expect(await fateOf(Buffer.from(latin.toString("utf8"), "latin1"))).toMatchObject({ status: "5.1.1", code: 550 });
  const encoded = multipart(type, [
    "--b",
    "Content-Type: message/delivery-status",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(status.join("\r\n")).toString("base64"),
    "",
  ]);
  expect(await fateOf(encoded)).toMatchObject({ action: "failed", status: "5.1.1", code: null, response: "" });
  const global = multipart(type, part("message/global-delivery-status", ...status.slice(2)));
  expect(await fateOf(global)).toMatchObject({ action: "failed", status: "5.1.1" });
});

test.each([
  ["Status: 5.1.1 (bad destination mailbox address)", "5.1.1"],
  ["Status: five", "5.0.0"],
  ["Status: 5.1", "5.0.0"],
  ["X-Status: 5.1.1", "5.0.0"],
])("a status like %j reads %s", async (line, read) => {
  const lines = ["Final-Recipient: rfc822; a@b.example", "Action: failed", line];
  const type = "multipart/report; report-type=delivery-status; boundary=b";
  expect((await fateOf(multipart(type, part("message/delivery-status", ...lines))))?.status).toBe(read);
});

test("groups and fields: any line ending, folds, names in any case, the first of two", () => {
  const groups = readStatusFields("\nA-One: 1\n \t2\n\n \n\nb-TWO : x\r\nB-Two: y\r\nno field here\r\n");
  expect(groups.map((group) => Object.fromEntries(group))).toEqual([{ "a-one": "1 2" }, { "b-two": "x" }]);
});

test.each([
  ["failed", "5.1.1", null, "address"],
  ["failed", "5.1.10", 556, "address"],
  ["failed", "5.1.8", 550, "policy"],
  ["failed", "5.2.1", 550, "address"],
  ["failed", "5.2.2", 552, "temporary"],
  ["failed", "5.2.3", 552, "letter"],
  ["failed", "5.3.0", 554, "temporary"],
  ["failed", "5.3.4", 552, "letter"],
  ["failed", "5.4.1", 550, "address"],
  ["failed", "5.4.4", null, "address"],
  ["failed", "5.4.7", null, "temporary"],
  ["failed", "4.4.7", null, "temporary"],
  ["failed", "5.5.2", 500, "letter"],
  ["failed", "5.6.0", 554, "letter"],
  ["failed", "5.7.1", 550, "policy"],
  ["failed", "5.7.26", 550, "policy"],
  ["failed", "5.0.0", 550, "address"],
  ["failed", "5.0.0", null, "address"],
  ["failed", "5.0.0", 552, "temporary"],
  ["failed", "5.0.0", 554, "policy"],
  ["delayed", "4.4.1", null, "passed"],
  ["delivered", "2.0.0", 250, "passed"],
  ["relayed", "2.1.9", null, "passed"],
  ["expanded", "2.0.0", null, "passed"],
  ["delayed", "5.1.1", null, "passed"],
] as const)("%s %s (%s) is judged %s", (action, code, basic, verdict) => {
  expect(judgeReport([{ action, status: code, code: basic, response: "" }])?.verdict).toBe(verdict);
});

test("of several fates the mildest counts", () => {
  expect(judgeReport([fate("failed", "5.1.1"), fate("failed", "5.7.1")])?.verdict).toBe("policy");
  expect(judgeReport([fate("failed", "5.1.1"), fate("delivered", "2.0.0")])?.verdict).toBe("passed");
  expect(judgeReport([])).toBeNull();
});

const said = (response: string) => judgeReport([{ ...fate("failed", "5.0.0"), code: 550, response }])?.verdict;

test("where no code tells, the words may: a server that blocks us does not blame the address", () => {
  expect(said("550 Message blocked, see our blacklist")).toBe("policy");
  expect(said("550 No such user here")).toBe("address");
});
