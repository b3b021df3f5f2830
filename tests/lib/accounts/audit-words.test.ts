import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditWords } from "@/lib/accounts/audit-words";
import { campaignActs } from "@/lib/campaigns/states";
import { recipientActs } from "@/lib/recipients/undo-recipients";

// Actions whose names are put together where they are recorded.
const composed = [
  ...Object.keys(campaignActs).map((act) => `campaign.${act}`),
  "signatures.exported",
  "letters.exported",
  "recipient.to",
  "recipient.copy",
  "letters.rerouted",
  "letters.held",
  ...recipientActs.map((act) => `recipients.${act}`),
];

// Recorded by earlier versions: they stand in logs that are there.
const earlier = ["recipient.do-not-contact", "recipient.contact-again"];

test("every action that the code records has its words, and all words an action", () => {
  const sources = globSync("lib/**/*.ts", { exclude: (path) => path.includes("generated") })
    .map((file) => readFileSync(file, "utf8"))
    .filter((source) => /recordEvent|auditEvent|audit_events|announce|recordAccountEvent/.test(source));
  const literal = sources.flatMap((source) =>
    [
      ...source.matchAll(
        /(?:action(?:: AuditEntry\["action"\])?\s*[:=]|select [^'"};]*|[?:])\s*["']([a-z]+\.[a-z-]+)["']/g,
      ),
    ].map(([, action = ""]) => action),
  );
  const ofAccounts = sources.flatMap((source) =>
    [...source.matchAll(/\b(?:announce|recordAccountEvent)\([^;]*?"([a-z-]+)"/g)].map(
      ([, act = ""]) => `account.${act}`,
    ),
  );
  const recorded = new Set([...literal, ...ofAccounts, ...composed, ...earlier]);
  const without = [...recorded].filter((action) => !auditWords.has(action));
  expect(without, "actions without words: say them at audit.actions in messages/en/desk-accounts.json").toEqual([]);
  const unused = [...auditWords.keys()].filter((action) => !recorded.has(action));
  expect(
    unused,
    "words of actions that nothing records: an action whose name is put together goes in `composed`",
  ).toEqual([]);
});
