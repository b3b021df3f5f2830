/** What one check found. `look` is worth a person's eye, `wrong` keeps letters from arriving. */
export type Finding = {
  state: "ok" | "look" | "wrong";
  what: string;
  /** What to do about it: a line each, records as they are to be published. */
  advice: string[];
};

export function ok(what: string): Finding {
  return { state: "ok", what, advice: [] };
}

export function look(what: string, ...advice: string[]): Finding {
  return { state: "look", what, advice };
}

export function wrong(what: string, ...advice: string[]): Finding {
  return { state: "wrong", what, advice };
}

/** A record as it is written in a zone file; a text of more than 255 octets in pieces (RFC 1035 §3.3.14). */
export function textRecord(name: string, text: string): string {
  const pieces = text.match(/.{1,255}/g) ?? [];
  return `${name}. IN TXT ${pieces.map((piece) => `"${piece}"`).join(" ")}`;
}
