import { isFramed } from "./classify";
import { attribute } from "./strip";
import { takeMeta } from "./status";

const source = /^(?:(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)(?::\d{1,5})?$/;

/**
 * Takes `<meta name="frame-ancestors" content="example.org"/>` out of a page.
 * @returns the page without it, and the sites it allows as a policy says them; nobody where it allows none
 */
export function takeAncestors(html: string): { html: string; ancestors: string } {
  const { html: kept, content = "" } = takeMeta(html, "frame-ancestors");
  const sources = content.split(" ").filter((one) => source.test(one));
  return { html: kept, ancestors: sources.length > 0 ? sources.join(" ") : "'none'" };
}

const links = /<a(?=\s)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;

/**
 * Lets every link of a framed page that leads out of the frame open beside it: what stands there may not be shown in one.
 * React escapes text, so whatever looks like a tag is one.
 */
export function leaveFrame(html: string): string {
  return html.replace(links, (link: string, text: string) => {
    const href = attribute(text, "href");
    if (href === undefined || href.startsWith("#") || isFramed(href.replace(/^\/[a-z]+(?=\/)/, ""))) return link;
    if (attribute(text, "target") !== undefined) return link;
    return `<a${text} target="_blank" rel="noopener">`;
  });
}

/** The appeal that a framed page is about, by its address; undefined for any other page. */
export function framedSlug(path: string): string | undefined {
  return /^\/[a-z]+\/embed\/([^/]+)/.exec(path)?.[1];
}
