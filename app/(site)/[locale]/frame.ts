import { headers } from "next/headers";
import { framedAddress } from "@/lib/embeds/address";
import { type EmbedTheme, themeNamed } from "@/lib/embeds/schema";

/** The frame a page is shown in: of which appeal, with what it was asked for, in which colour; whether it is its first page. */
export type Frame = { slug: string; query: string; theme: EmbedTheme; isFirst: boolean };

/** The frame this page is for, as the front door tells by its path; null for a page of the site itself. */
export async function findFrame(): Promise<Frame | null> {
  const told = await headers();
  const [, section, slug, ...further] = (told.get("x-public-path") ?? "").split("/");
  if (section !== "embed" || !slug) return null;
  const query = told.get("x-public-query") ?? "";
  return { slug, query, theme: themeNamed(new URLSearchParams(query).get("theme")), isFirst: further.length === 0 };
}

/** Turns an address of the signing way into that of the same step in the frame, where this page is in one. */
export async function addressing(): Promise<(address: string) => string> {
  const frame = await findFrame();
  return (address) => (frame ? framedAddress(address, frame) : address);
}
