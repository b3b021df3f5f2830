import { bodyPrefix, readBodies, type Typed } from "@/lib/signatures/schema";

type TypedAgainProps = { slug: string; typed: Typed; partner: string };

/**
 * All that was typed, unseen in the form of the check page: when its hour is over and the draft is gone, a new one is made of
 * it, and nothing is lost while the page is open.
 */
export function TypedAgain({ slug, typed: { bodies, ...typed }, partner }: TypedAgainProps) {
  const further = Object.entries(readBodies(bodies)).map(([key, text]) => [`${bodyPrefix}${key}`, text]);
  const fields = [["slug", slug], ["via", partner], ...Object.entries(typed), ...further];
  return fields.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
