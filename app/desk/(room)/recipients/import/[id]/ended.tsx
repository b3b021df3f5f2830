import { undoAction } from "@/app/desk/(room)/recipients/import/actions";
import { importPath } from "@/app/desk/(room)/recipients/import/path";
import { allowed } from "@/app/desk/allowed";
import { ImportResult } from "@/components/imports/import-result";
import type { Actor } from "@/lib/accounts/access";
import { type ImportFacts, listImportRows } from "@/lib/imports/queries";

/** What an import that has ended did, row by row where something is to be told. */
export async function EndedImport({ actor, facts }: { actor: Actor; facts: ImportFacts }) {
  const rows = (outcome: "bad" | "skipped" | "updated" | "kept") => allowed(listImportRows(actor, facts.id, outcome));
  const [bad, skipped, updated, kept] = [
    await rows("bad"),
    await rows("skipped"),
    await rows("updated"),
    await rows("kept"),
  ];
  return (
    <ImportResult
      facts={facts}
      rows={{ bad, skipped, updated, kept }}
      undo={undoAction.bind(null, facts.id)}
      download={`${importPath(facts.id)}/rows`}
    />
  );
}
