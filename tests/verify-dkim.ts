import { createHash, verify, type KeyObject } from "node:crypto";

/** What a signature says and whether it holds. */
export type Verdict = { tags: Map<string, string>; fields: string[]; bodyHolds: boolean; signatureHolds: boolean };

/**
 * Reads a mail as its receiver does (RFC 6376 §6.1), byte by byte, with nothing of the code that signs.
 * @throws Error when there is not exactly one signature
 */
export function verifyDkim(mail: Buffer, key: KeyObject): Verdict {
  const text = mail.toString("latin1");
  const cut = text.indexOf("\r\n\r\n");
  const fields = unfoldable(text.slice(0, cut));
  const signatures = fields.filter(({ name }) => name === "dkim-signature");
  const [signature] = signatures;
  if (!signature || signatures.length > 1) throw new Error(`${signatures.length} signatures`);
  const tags = new Map(
    signature.value
      .split(";")
      .filter((tag) => tag.trim())
      .map((tag) => {
        const equals = tag.indexOf("=");
        return [tag.slice(0, equals).trim(), tag.slice(equals + 1).replace(/\s+/g, "")];
      }),
  );
  const bodyHash = createHash("sha256")
    .update(canonicalBody(text.slice(cut + 4)), "latin1")
    .digest("base64");
  const names = (tags.get("h") ?? "").toLowerCase().split(":");
  const covered = [...coveredFields(fields, names), canonicalField(signature.name, withoutValueOfB(signature.value))];
  const data = Buffer.from(covered.join("\r\n"), "latin1");
  const given = Buffer.from(tags.get("b") ?? "", "base64");
  return {
    tags,
    fields: names,
    bodyHolds: bodyHash === tags.get("bh"),
    signatureHolds:
      tags.get("a") === "rsa-sha256"
        ? verify("sha256", data, key, given)
        : verify(null, createHash("sha256").update(data).digest(), key, given),
  };
}

type Field = { name: string; value: string };

function unfoldable(head: string): Field[] {
  const fields: Field[] = [];
  for (const line of head.split("\r\n")) {
    const last = fields.at(-1);
    if (last && /^[ \t]/.test(line)) last.value += `\r\n${line}`;
    else
      fields.push({
        name: line.split(":", 1)[0]?.trim().toLowerCase() ?? "",
        value: line.slice(line.indexOf(":") + 1),
      });
  }
  return fields;
}

/** RFC 6376 §5.4.2: from the bottom up, each field once; a name too many stands for nothing. */
function coveredFields(fields: Field[], names: string[]): string[] {
  const left = [...fields];
  return names.flatMap((name) => {
    const at = left.findLastIndex((field) => field.name === name);
    const [field] = at < 0 ? [] : left.splice(at, 1);
    return field ? [canonicalField(field.name, field.value)] : [];
  });
}

function canonicalField(name: string, value: string): string {
  return `${name}:${squeezed(value.split("\r\n").join("")).replace(/^ | $/g, "")}`;
}

function withoutValueOfB(value: string): string {
  const at = /;\s*b=/.exec(value);
  if (!at) throw new Error("no b=");
  const from = at.index + at[0].length;
  const until = value.indexOf(";", from);
  return value.slice(0, from) + (until < 0 ? "" : value.slice(until));
}

function canonicalBody(body: string): string {
  const lines = body.split("\r\n").map((line) => squeezed(line).replace(/ $/, ""));
  while (lines.at(-1) === "") lines.pop();
  return lines.map((line) => `${line}\r\n`).join("");
}

/** Each run of blanks and tabs as one blank. */
function squeezed(line: string): string {
  let out = "";
  for (const character of line) {
    const blank = character === " " || character === "\t";
    if (!blank) out += character;
    else if (!out.endsWith(" ")) out += " ";
  }
  return out;
}
