import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { countriesNamed, countryName } from "@/lib/format";
import { shownAddress } from "@/lib/recipients/address";
import { holding } from "./pattern";
import type { Hit } from "./schema";

/**
 * The organisation's recipients that have these words in the name of the office, in any language, of its present holder or of its
 * country; none that became part of another one.
 * @throws Refusal("no-access")
 */
export async function searchRecipients(actor: Actor, q: string, limit: number): Promise<Hit[]> {
  await requireAccess(actor, "recipients.read");
  const words = holding(q);
  const rows = await db().recipient.findMany({
    where: {
      organisationId: actor.organisationId,
      mergedIntoId: null,
      OR: [
        { texts: { some: { OR: [{ short: words }, { office: words }] } } },
        { holders: { some: { until: null, name: words } } },
        { country: { in: countriesNamed(q) } },
      ],
    },
    orderBy: { id: "desc" },
    take: limit,
    select: {
      id: true,
      country: true,
      texts: { select: { language: true, short: true } },
      addresses: { where: { retiredAt: null }, orderBy: { position: "asc" }, take: 1 },
    },
  });
  return rows.flatMap(({ id, country, texts, addresses: [address] }) => {
    if (texts.length === 0) return [];
    const { short } = inLanguage(texts, "en", "en");
    // Many offices are called the same; their addresses are not.
    const note = [countryName(country, "en"), address && shownAddress(address)].filter(Boolean).join(" · ");
    return [{ kind: "recipient", id, title: short, note, href: `/desk/recipients/${id}` }];
  });
}
