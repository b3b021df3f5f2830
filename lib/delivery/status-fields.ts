/** The fields of one group, by their names in lower case; of a name that comes twice, the first. */
export type StatusFields = ReadonlyMap<string, string>;

const field = /^([!-9;-~]+)[ \t]*:(.*)$/s;

/**
 * Reads the body of a message/delivery-status (RFC 3464 §2.1): groups of fields with empty lines between them, each field
 * perhaps folded over several lines. What is no field is passed over.
 */
export function readStatusFields(body: string): StatusFields[] {
  const groups = body.replace(/\r\n?/g, "\n").split(/\n(?:[ \t]*\n)+/);
  return groups.map(readGroup).filter((group) => group.size > 0);
}

function readGroup(text: string): StatusFields {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\n[ \t]+/g, " ").split("\n")) {
    const [, name = "", value = ""] = field.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key && !fields.has(key)) fields.set(key, value.trim());
  }
  return fields;
}
