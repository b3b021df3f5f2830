import CheckPage, { generateMetadata } from "@/app/(site)/[locale]/check/[token]/page";
import { Refused } from "@/components/site/refused";
import { Refusal } from "@/lib/errors";
import { isDraftOf } from "@/lib/signatures/is-draft-of";

export { generateMetadata };

type Params = {
  params: Promise<{ locale: string; slug: string; token: string }>;
  searchParams: Promise<{ change?: string }>;
};

/** The check page in a frame. Only a draft of the very appeal whose sites may show it is shown there. */
export default async function FramedCheckPage(props: Params) {
  const { locale, slug, token } = await props.params;
  if (!(await isDraftOf(token, slug))) return <Refused refusal={new Refusal("link-unknown")} locale={locale} />;
  return <CheckPage {...props} />;
}
