import { columnsAction, discardAction, readingAction } from "@/app/desk/(room)/recipients/import/actions";
import { allowed } from "@/app/desk/allowed";
import { languageName } from "@/components/desk/language-name";
import { DraftForms } from "@/components/imports/draft-forms";
import type { Actor } from "@/lib/accounts/access";
import { countryName, listCountries } from "@/lib/format";
import { previewImport } from "@/lib/imports/preview";
import type { ImportFacts } from "@/lib/imports/queries";
import { offeredLanguages } from "@/lib/letters/languages";

/** A file that was not imported yet: how it is read, what its columns are, and what will be made. */
export async function DraftImport({ actor, facts }: { actor: Actor; facts: ImportFacts }) {
  const { id, settings } = facts;
  const preview = await allowed(previewImport(actor, id, settings));
  const codes = preview.lines.flatMap(({ office }) => office?.country ?? []);
  return (
    <DraftForms
      facts={facts}
      preview={preview}
      names={Object.fromEntries(codes.map((code) => [code, countryName(code, "en")]))}
      countries={listCountries("en")}
      languages={offeredLanguages.map((code) => ({ code, name: languageName(code) }))}
      actions={{
        reading: readingAction.bind(null, id),
        columns: columnsAction.bind(null, id),
        discard: discardAction.bind(null, id),
      }}
    />
  );
}
