import { getTranslations } from "next-intl/server";
import type { ShownError } from "@/components/signatures/sign-form";
import type { Issue } from "@/lib/signatures/check";

/** What is wrong with a form of a signer's, in words. */
export async function shownIssues(issues: Issue[]): Promise<ShownError[]> {
  const words = await getTranslations("site.errors");
  return issues.map(({ field, code, detail = "" }) => {
    const key = `${field}.${code}`;
    return { field, text: words.has(key) ? words(key, { detail }) : words("consent.invalid") };
  });
}
