import { findPlaces } from "@/lib/importing/recognise/countries";
import { tokensOf } from "@/lib/importing/recognise/tokens";

/**
 * The country as whose numbers those without a code are read (ISO 3166-1 alpha-2): that of the first town which what is said of an
 * office names, so that an embassy's are read as those of its host country; else the office's own.
 */
export function numbersCountry(said: (string | undefined)[], own: string | undefined): string {
  const places = said.flatMap((text) => findPlaces(tokensOf(text ?? "")));
  return places.find(({ by }) => by === "city")?.country ?? own ?? "";
}
