const contentType = /^content-type:[^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,20}/gim;
const charset = /;\s{0,20}charset\s{0,4}=\s{0,4}(?:"([^"\n]{0,60})"|([^\s;"]{1,60}))/i;
const flowed = /;\s{0,20}format\s{0,4}=\s{0,4}"?flowed"?/i;

/**
 * A mail whose parts of text all say that each byte is one sign, so that the parser of mails gives their bytes back as they are:
 * what they say is often wrong, and a member may say otherwise. Lines that may be joined stay too, for the parser joins them
 * across marks of quoting.
 * @returns the mail, and what its first part of text said
 */
export function asSingleBytes(bytes: Uint8Array): { bytes: Uint8Array; label: string | null } {
  let label: string | null = null;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const unix = source.replace(/^From [^\n]{0,500}\n/, "").replace(/\r\n/g, "\n");
  const end = unix.search(/\n\n/);
  const typed = /^content-type:/im.test(end < 0 ? unix : unix.slice(0, end));
  const rewritten = unix.replace(contentType, (header) => {
    if (!/^content-type:\s{0,20}text\//i.test(header)) return header;
    const said = charset.exec(header);
    label ??= said?.[1] ?? said?.[2] ?? null;
    return `${header.replace(charset, "").replace(flowed, "").trimEnd().replace(/;$/, "")}; charset=windows-1252`;
  });
  const whole = typed ? rewritten : `Content-Type: text/plain; charset=windows-1252\n${rewritten}`;
  return { bytes: Buffer.from(whole, "latin1"), label };
}
