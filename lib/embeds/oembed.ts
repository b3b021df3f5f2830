import { findAppeal } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { env } from "@/lib/env";
import { isLocale, locales } from "@/lib/locales";
import { embedAddress, embedCode } from "./code";

/** An answer of oEmbed 1.0 (oembed.com, 2.3.4); of an appeal that no site may frame, a mere link. */
export type Oembed = {
  version: "1.0";
  title: string;
  author_name: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
} & ({ type: "link" } | { type: "rich"; html: string; width: number | null; height: number });

/** In pixels; an answer says how much room it wants before anybody can measure it. */
const height = 900;

/**
 * What to show in place of a link to an appeal of ours, in the language of its address.
 * @param url what somebody linked to
 * @param most the room there is, in pixels; Infinity where nobody said
 * @returns null when it is no address of an appeal that the public may see
 */
export async function findOembed(url: string, most: { width: number; height: number }): Promise<Oembed | null> {
  const origin = new URL(env().APP_URL).origin;
  const linked = URL.canParse(url) ? new URL(url) : null;
  if (linked?.origin !== origin) return null;
  const [, locale = "", slug = ""] = /^(?:\/([a-z]+))?\/(?:appeals|embed)\/([^/]+)$/.exec(linked.pathname) ?? [];
  if (slug === "" || (locale !== "" && !isLocale(locale))) return null;
  const appeal = await findAppeal(decodeURIComponent(slug));
  if (!appeal) return null;
  const { text, organisation } = appealView(appeal, locale || locales[0]);
  const common = {
    version: "1.0",
    title: text.request,
    author_name: organisation,
    provider_name: "Appeals Desk",
    provider_url: origin,
    cache_age: 3600,
  } as const;
  if (appeal.embedHosts.length === 0) return { ...common, type: "link" };
  const room = { width: Number.isFinite(most.width) ? most.width : null, height: Math.min(height, most.height) };
  const address = embedAddress(origin, appeal.slug, { locale, theme: "", partner: "" });
  return {
    ...common,
    ...room,
    type: "rich",
    html: embedCode({ origin, address, title: text.request, height: room.height }),
  };
}
