import { undoAction } from "@/app/desk/(room)/recipients/import/actions";
import { importPath } from "@/app/desk/(room)/recipients/import/path";
import { allowed } from "@/app/desk/allowed";
import { ImportResult } from "@/components/imports/import-result";
import { type Actor, mayDo } from "@/lib/accounts/access";
import { type ImportFacts, listImportRows } from "@/lib/imports/queries";
import { isUploader } from "@/lib/imports/uploader";

/** What an import that has ended did, row by row where something is to be told. */
export async function EndedImport({ actor, facts }: { actor: Actor; facts: ImportFacts }) {
  const rows = (outcome: "bad" | "skipped" | "updated" | "kept") => allowed(listImportRows(actor, facts.id, outcome));
  const [bad, skipped, updated, kept] = [
    await rows("bad"),
    await rows("skipped"),
    await rows("updated"),
    await rows("kept"),
  ];
  const downloads = mayDo(actor, "recipients.export") || (await isUploader(actor, facts.id));
  return (
    <ImportResult
      facts={facts}
      rows={{ bad, skipped, updated, kept }}
      undo={undoAction.bind(null, facts.id)}
      download={downloads ? `${importPath(facts.id)}/rows` : undefined}
    />
  );
}
