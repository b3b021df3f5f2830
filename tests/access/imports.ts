import { openBadRows } from "@/lib/imports/bad-rows";
import { discardImport } from "@/lib/imports/discard";
import { previewImport } from "@/lib/imports/preview";
import { getImport, listImportRows, listImports } from "@/lib/imports/queries";
import { saveColumns } from "@/lib/imports/save-columns";
import { saveReading } from "@/lib/imports/save-reading";
import type { Columns, Reading } from "@/lib/imports/schema";
import { startImport } from "@/lib/imports/start";
import { undoImport } from "@/lib/imports/undo";
import { uploadImport } from "@/lib/imports/upload";
import { makeImport } from "@/tests/imports";
import type { AccessRow } from "./row";

const reading: Reading = { encoding: "utf-8", separator: "comma", header: false };
const columns: Columns = {
  columns: ["office", "country"],
  textLanguage: "en",
  country: "",
  language: "en",
  salutation: "",
  group: "",
  twins: "skip",
};

const row = (verb: string, foreign: AccessRow["foreign"], call: AccessRow["call"]): AccessRow => ({
  verb,
  foreign,
  call,
  act: "recipients.manage",
});

export const rows: AccessRow[] = [
  row("uploadImport", "nothing", (actor) =>
    uploadImport(actor, { bytes: Buffer.from("office,country\nMinister,KE\n"), name: "x.csv" }),
  ),
  row("listImports", "nothing", (actor) => listImports(actor)),
  row("getImport", "refused", async (actor, { organisation }) => getImport(actor, await makeImport(organisation))),
  row("listImportRows", "refused", async (actor, { organisation }) =>
    listImportRows(actor, await makeImport(organisation), "bad"),
  ),
  row("previewImport", "refused", async (actor, { organisation }) =>
    previewImport(actor, await makeImport(organisation, "draft"), { reading, columns }),
  ),
  row("saveReading", "refused", async (actor, { organisation }) =>
    saveReading(actor, await makeImport(organisation, "draft"), reading),
  ),
  row("saveColumns", "refused", async (actor, { organisation }) =>
    saveColumns(actor, await makeImport(organisation, "draft"), columns),
  ),
  row("startImport", "refused", async (actor, { organisation }) =>
    startImport(actor, await makeImport(organisation, "draft"), columns),
  ),
  {
    ...row("openBadRows", "refused", async (actor, { organisation }) =>
      openBadRows(actor, await makeImport(organisation)),
    ),
    also: ["recipients.export"],
  },
  row("undoImport", "refused", async (actor, { organisation }) => undoImport(actor, await makeImport(organisation))),
  row("discardImport", "refused", async (actor, { organisation }) =>
    discardImport(actor, await makeImport(organisation, "draft")),
  ),
];
