import { cutAtWord } from "@/lib/letters/cut-at-word";

/** Where an appeal can be passed on by a plain link, in the order in which they are offered. */
export const shareTargets = ["email", "whatsapp", "telegram", "bluesky", "x"] as const;
export type ShareTarget = (typeof shareTargets)[number];

/** What is passed on, and nothing else: never who passes it on. */
export type Shared = { request: string; address: string };

/** Bluesky takes 300 characters, X 280 of which an address takes 23; a sign of Chinese or Korean counts as two there. */
const most = { bluesky: 300, x: 280 - 24 };

/** The links by which what is shared is passed on. Each opens the other side's own form with a text in it; nothing is sent. */
export function shareLinks({ request, address }: Shared): { target: ShareTarget; href: string }[] {
  const text = `${request}\n${address}`;
  const hrefs: Record<ShareTarget, string> = {
    // RFC 6068 §5 asks for %0D%0A where a line ends.
    email: `mailto:?subject=${encode(request)}&body=${encode(text.replaceAll("\n", "\r\n"))}`,
    whatsapp: `https://wa.me/?text=${encode(text)}`,
    telegram: `https://t.me/share/url?url=${encode(address)}&text=${encode(request)}`,
    bluesky: `https://bsky.app/intent/compose?text=${encode(fitting(request, most.bluesky - address.length - 1, address))}`,
    x: `https://x.com/intent/post?text=${encode(cutAtWeight(request, most.x))}&url=${encode(address)}`,
  };
  return shareTargets.map((target) => ({ target, href: hrefs[target] }));
}

/** The form of a Mastodon server with a text in it. @param host as `readInstance` gives it */
export function mastodonLink(host: string, { request, address }: Shared): string {
  return `https://${host}/share?text=${encode(`${request}\n${address}`)}`;
}

function fitting(request: string, room: number, address: string): string {
  return `${cutAtWord(request, Math.max(room - 2, 1))}\n${address}`;
}

/** The beginning of a text, as much of it as X counts to `room`: Latin, Arabic and their neighbours once, all else twice. */
function cutAtWeight(text: string, room: number): string {
  let [length, weight] = [0, 0];
  for (const sign of text) {
    weight += (sign.codePointAt(0) ?? 0) <= 0x10ff ? 1 : 2;
    // The sign of what was left out takes three.
    if (weight > room - 3) return cutAtWord(text, length);
    length += 1;
  }
  return text;
}

/** As RFC 3986 has it: also what `encodeURIComponent` leaves, for some programs end an address at a bracket or apostrophe. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
