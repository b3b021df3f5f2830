const contentType = /^content-type:[^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,20}/gim;
const charset = /;\s{0,20}charset\s{0,4}=\s{0,4}(?:"([^"\n]{0,60})"|([^\s;"]{1,60}))/i;
const flowed = /;\s{0,20}format\s{0,4}=\s{0,4}"?flowed"?/i;
const boundary = /;\s{0,20}boundary\s{0,4}=\s{0,4}(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/i;

/**
 * A mail whose parts of text all say that each byte is one sign, so that the parser of mails gives their bytes back as they are:
 * what they say is often wrong, and a member may say otherwise. Lines that may be joined stay too, for the parser joins them
 * across marks of quoting. What a text itself says of its encoding is a text.
 * @returns the mail, and what its first part of text said
 */
export function asSingleBytes(bytes: Uint8Array): { bytes: Uint8Array; label: string | null } {
  let label: string | null = null;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const unix = source.replace(/^From [^\n]{0,500}\n/, "").replace(/\r\n/g, "\n");
  const end = unix.search(/\n\n/);
  const typed = /^content-type:/im.test(end < 0 ? unix : unix.slice(0, end));
  const rewritten = withHeads(unix, (header) => {
    if (!/^content-type:\s{0,20}text\//i.test(header)) return header;
    const said = charset.exec(header);
    label ??= said?.[1] ?? said?.[2] ?? null;
    return `${header.replace(charset, "").replace(flowed, "").trimEnd().replace(/;$/, "")}; charset=windows-1252`;
  });
  const whole = typed ? rewritten : `Content-Type: text/plain; charset=windows-1252\n${rewritten}`;
  return { bytes: Buffer.from(whole, "latin1"), label };
}

/** Rewrites each Content-Type in the heads of a mail: its own, those of its parts, and of mails that are parts (RFC 2046 §5). */
function withHeads(unix: string, rewrite: (header: string) => string): string {
  const boundaries = new Set<string>();
  const written: string[] = [];
  /** Lines of the head that is being read; null: within a text. */
  let head: string[] | null = [];
  for (const line of unix.split("\n")) {
    const begins = boundaries.has(line.trimEnd());
    if (head !== null && (begins || line === "")) {
      const types: string[] = head.join("\n").match(contentType) ?? [];
      types.flatMap(marksOf).forEach((mark) => boundaries.add(mark));
      written.push(...headWith(head, rewrite), line);
      head = begins || types.some((type) => /^content-type:\s{0,20}message\/(?:rfc822|global)/i.test(type)) ? [] : null;
    } else if (head === null) {
      written.push(line);
      if (begins) head = [];
    } else head.push(line);
  }
  return [...written, ...headWith(head ?? [], rewrite)].join("\n");
}

function headWith(head: string[], rewrite: (header: string) => string): string[] {
  return head.length === 0 ? [] : [head.join("\n").replace(contentType, rewrite)];
}

/** The line that begins each part of what says this of itself. */
function marksOf(type: string): string[] {
  const found = boundary.exec(type);
  const name = found?.[1] ?? found?.[2];
  return name === undefined ? [] : [`--${name.trimEnd()}`];
}
