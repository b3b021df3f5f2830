import { encode } from "uqr";
import { type Appeal, findAppeal } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { shortAddress } from "./address";
import { type Drawing, drawOnce } from "./draw";
import { isShared } from "./is-shared";
import { paperOf, unbroken } from "./paper-of";
import { posterTemplate } from "./poster-template";
import { firstSentences } from "./sentences";

const roomForSlug = 26;

/**
 * An open appeal on one page of A4 to be put up, in the reader's language as far as the appeal is in it; null when there is none to
 * pass on at this slug, or no font here has its signs.
 * @returns a PDF
 */
export async function findPoster(slug: string, locale: string): Promise<Buffer | null> {
  const appeal = await findAppeal(slug);
  if (!appeal || !isShared(appeal)) return null;
  return drawOnce(posterOf(appeal, locale), async ({ pdf }) => pdf);
}

/** All that stands on the poster. Names that are withheld were taken out where the appeal was read. */
export function posterOf(appeal: Appeal, locale: string): Drawing {
  const view = appealView(appeal, locale);
  const { request, title, summary } = view.text;
  const address = shortAddress(appeal.slug);
  return {
    template: posterTemplate,
    input: {
      ...paperOf(view),
      request: unbroken(request),
      title: unbroken(title),
      summary: unbroken(firstSentences(summary.join(" "), view.language, 2)),
      example: view.example,
      address: printable(address, appeal.slug),
      code: encode(address, { ecc: "Q", border: 0 }).data.map((row) => row.map(Number)),
    },
  };
}

/** An address as it is copied by hand: broken behind a slash alone, as long as what stands there has room on a line. */
function printable(address: string, slug: string): string {
  const plain = address.replace(/^https?:\/\//, "");
  return slug.length > roomForSlug ? plain : plain.replaceAll("-", "\u2060-\u2060");
}
