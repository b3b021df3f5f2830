import { bodyLanguageField, bodyPrefix, readBodies, revisionField } from "@/lib/signatures/schema";
import type { Review } from "@/lib/signatures/review";

/**
 * All that was typed, unseen in the form of the check page: when its hour is over and the draft is gone, a new one is made of
 * it, and nothing is lost while the page is open.
 */
export function TypedAgain({ review: { appeal, typed, bodyLanguage, partner } }: { review: Review }) {
  const { bodies, overtaken: _said, ...plain } = typed;
  const further = Object.entries(readBodies(bodies)).map(([key, text]) => [`${bodyPrefix}${key}`, text]);
  const about = [
    ["slug", appeal.slug],
    ["via", partner],
    [bodyLanguageField, bodyLanguage],
    [revisionField, String(appeal.revision.number)],
  ];
  const fields = [...about, ...Object.entries(plain), ...further];
  return fields.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
