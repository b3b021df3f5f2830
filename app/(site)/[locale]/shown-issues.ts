import { getTranslations } from "next-intl/server";
import type { ShownError } from "@/components/signatures/sign-form";
import type { Issue } from "@/lib/signatures/check";
import { signerSchema } from "@/lib/signatures/schema";

/** What is wrong with a form of a signer's, in words and in the order of its fields. */
export async function shownIssues(issues: Issue[]): Promise<ShownError[]> {
  const words = await getTranslations("site.errors");
  const places = Object.keys(signerSchema.shape);
  const inOrder = issues.toSorted((one, other) => places.indexOf(one.field) - places.indexOf(other.field));
  return inOrder.map(({ field, code, detail = "" }) => {
    const key = `${field}.${code}`;
    return { field, text: words.has(key) ? words(key, { detail }) : words("consent.invalid") };
  });
}
