import { languageName } from "@/components/desk/language-name";
import type { RecipientFormProps } from "@/components/desk/recipient-form";
import { allZones, listCountries } from "@/lib/format";
import { offeredLanguages } from "@/lib/letters/languages";

type Choices = Pick<RecipientFormProps, "texts" | "countries" | "languages" | "timeZones">;

/** What a recipient's form offers to choose from, by name. @param texts the languages its texts are asked for in */
export function choices(texts: string[]): Choices {
  return {
    texts: texts.map(named),
    countries: listCountries("en"),
    languages: [...new Set([...texts, ...offeredLanguages])].map(named),
    timeZones: allZones(),
  };
}

function named(code: string): { code: string; name: string } {
  return { code, name: languageName(code) };
}
