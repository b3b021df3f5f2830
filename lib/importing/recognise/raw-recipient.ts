import type { FoundAddress } from "@/lib/importing/schema";
import type { Contact } from "./contacts";
import { findPlaces } from "./countries";
import { tokensOf } from "./tokens";

/** A recipient while it is read: as it stood there, its numbers not yet dialled and its country not yet known. */
export type RawRecipient = {
  role: "to" | "copy";
  name: string | null;
  office: string | null;
  organisation: string | null;
  country: string | null;
  language: string | null;
  salutation: string | null;
  closing: string | null;
  contacts: (Contact & { lines: number[] })[];
  post: { text: string; lines: number[] }[];
  /** Where they sit, if not in the country they stand for. */
  host: string | null;
  /** The address was given as one, by a label. */
  posted: boolean;
  /** Words say that it is a private person: a relative, a lawyer, the prisoner. */
  personal: boolean;
  lines: number[];
  /** All lines of the block, where several were read from it that nothing but their address tells apart. */
  block?: readonly number[];
  confidence: number;
};

export function newRecipient(role: "to" | "copy", confidence: number): RawRecipient {
  const nobody = { name: null, office: null, organisation: null, country: null, language: null, host: null };
  return {
    role,
    ...nobody,
    salutation: null,
    closing: null,
    contacts: [],
    post: [],
    posted: false,
    personal: false,
    lines: [],
    confidence,
  };
}

/** "경기도 과천시 관문로 47", "北京市东长安街14号": an address in one line that no comma divides. */
function isEastern({ text }: { text: string }): boolean {
  return /(?:시|도|군|구)\s\S{1,12}(?:구|동|로|길|면|읍)\s?\d|[省市区區县縣路街道]\S{0,12}\d{1,5}\s?[号號]/u.test(text);
}

// Longer than any address: of what goes on and on the end is read.
const longestAddress = 12;

/** Whether a place is named in it. To look for one takes long. */
function isPlaced(post: RawRecipient["post"]): boolean {
  return post.slice(-longestAddress).some(({ text }) => findPlaces(tokensOf(text)).some(({ by }) => by === "name"));
}

/** The address for post, if what was read is one: with a number in it, or three lines that end in a country. */
export function postOf({ post, posted }: RawRecipient): FoundAddress[] {
  const numbered = post.some(({ text }) => /\d/.test(text));
  const parts = post.flatMap(({ text }) => text.split(/[,،]\s|[，、]/)).length + (post.some(isEastern) ? 1 : 0);
  if (post.length === 0 || (!posted && !(numbered && parts > 1) && !(parts > 2 && isPlaced(post)))) return [];
  const value = post.map(({ text }) => text).join("\n");
  // Pieces of one line share its numbers.
  const lines = [...new Set([...new Set(post.map((one) => one.lines))].flat())];
  return [{ channel: "post", value, raw: value, lines, confidence: numbered ? 0.85 : 0.7 }];
}
