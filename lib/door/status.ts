import type { RefusalCode } from "@/lib/errors";
import { attribute } from "./strip";

/** The statuses that have a page of their own. */
export const statusCodes = [400, 403, 404, 405, 409, 410, 413, 414, 415, 422, 429, 500, 503] as const;
export type StatusCode = (typeof statusCodes)[number];

/** The refusals with words of their own, in `site.refusals`. */
const reasons = [
  "link-unknown",
  "draft-expired",
  "draft-sent",
  "campaign-closed",
  "campaign-paused",
  "campaign-stopped",
  "not-possible-now",
] as const satisfies readonly RefusalCode[];
export type Reason = (typeof reasons)[number];

export function isStatusCode(status: number): status is StatusCode {
  return (statusCodes as readonly number[]).includes(status);
}

/** The page for a status without a page of its own: 400 for what a client caused, 500 for what we caused. */
export function nearestCode(status: number): StatusCode {
  if (isStatusCode(status)) return status;
  return status < 500 ? 400 : 500;
}

/** Whether a refusal has its own words, which the status page shows for `?because={code}`. */
export function isReason(code: string): code is Reason {
  return (reasons as readonly string[]).includes(code);
}

const metas = /<meta\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;

/**
 * Takes `<meta name="status" content="410"/>` out of a page.
 * @returns the page without it, and the status it asked for: 200 when there is none or it is no status of 200 to 599
 */
export function takeStatus(html: string): { html: string; status: number } {
  const { html: kept, content } = takeMeta(html, "status");
  const asked = Number(content);
  return { html: kept, status: Number.isInteger(asked) && asked >= 200 && asked <= 599 ? asked : 200 };
}

/** Takes every `<meta name={name}>` out of the head of a page. @returns the page without it, and what the last one said */
export function takeMeta(html: string, name: string): { html: string; content: string | undefined } {
  const end = html.search(/<\/head\s*>/i);
  const head = end === -1 ? html : html.slice(0, end);
  let content: string | undefined;
  const kept = head.replace(metas, (meta) => {
    if (attribute(meta.slice(5, -1), "name") !== name) return meta;
    content = attribute(meta.slice(5, -1), "content");
    return "";
  });
  return { html: kept + html.slice(head.length), content };
}
