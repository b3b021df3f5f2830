import { classify, keptQuery } from "@/lib/door/classify";
import { framedSlug } from "@/lib/door/frame";
import { seeOther } from "@/lib/door/see-other";
import { framedAddress } from "@/lib/embeds/address";

/** The answer of a form of the site, its next address taken into the frame the form was sent from. */
export function intoFrame(request: Request, answer: Response): Response {
  const { pathname, search } = new URL(request.url);
  const location = answer.headers.get("location");
  const slug = framedSlug(pathname);
  if (!location || slug === undefined) return answer;
  return seeOther(framedAddress(location, { slug, query: keptQuery(search, classify(pathname)) }));
}
