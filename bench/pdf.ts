import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { db } from "@/lib/db";
import { claimDue } from "@/lib/delivery/claim";
import { dropLease } from "@/lib/delivery/leases";
import { renderRow } from "@/lib/delivery/render";
import { loadTexts } from "@/lib/delivery/texts";
import { env } from "@/lib/env";
import { fontFolders } from "@/lib/letters/pdf";
import { pageOf, type PaperLetter } from "@/lib/letters/pdf-page";
import { pdfTemplate } from "@/lib/letters/pdf-template";
import { makeSignatures, type TestSignature, type World } from "@/tests/factories";
import { memoryOf } from "./memory";
import type { Bench, Run } from "./measure";

const letters = 300;
const options = { pdfStandard: "a-2u", creationTimestamp: 1_700_000_000 };
let compiler: NodeCompiler | undefined;

/** pdf: a letter by fax from the claimed row to the bytes of its mail, sealed, beside Typst setting the same pages. By the
 * processor's time: both are nothing but computing. */
export async function measurePdf({ world }: Bench): Promise<Run> {
  Object.assign(env(), { FAX_GATEWAY: "fax.example.org" });
  try {
    const warm = await renderSome(world, 20);
    alone(warm.signatures, world);
    const before = memoryOf(process.pid, "VmRSS");
    const { perSecond, signatures } = await renderSome(world, letters);
    const grown = memoryOf(process.pid, "VmRSS") - before;
    const limit = alone(signatures, world);
    return {
      value: perSecond,
      limit,
      unit: "letters/CPU s",
      p99Ms: 0,
      tool: "Typst alone",
      notes: { "MB grown": grown },
    };
  } finally {
    Object.assign(env(), { FAX_GATEWAY: undefined });
  }
}

async function renderSome(world: World, count: number) {
  const signatures = await makeSignatures(world, count);
  const claimed = await claimDue(count * 2, false);
  const rows = claimed.filter((row) => row.table === "letters" && row.channel === "fax");
  if (rows.length !== count) throw new Error(`${rows.length} faxes were due`);
  const texts = await loadTexts(rows);
  const began = process.cpuUsage();
  for (const row of rows) await renderRow(row, texts);
  const perSecond = count / secondsSince(began);
  claimed.forEach(dropLease);
  const ids = claimed.map(({ id }) => id);
  await db().letter.updateMany({
    where: { id: { in: ids } },
    data: { state: "cancelled", lease: null, leaseUntil: null },
  });
  return { perSecond, signatures };
}

function alone(signatures: TestSignature[], world: World): number {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
  const inputs = signatures.map(({ typed }) => JSON.stringify({ ...pageOf(paperOf(typed, world)), size: 11 }));
  const began = process.cpuUsage();
  for (const letter of inputs) {
    const { result } = compiler.compile({ mainFileContent: pdfTemplate, inputs: { letter } });
    if (!result) throw new Error("Typst cannot set the page");
    compiler.pdf(result, options);
    compiler.evictCache(10);
  }
  return inputs.length / secondsSince(began);
}

function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

function paperOf({ name = "", body = "", ownWords = "" }: TestSignature["typed"], world: World): PaperLetter {
  return {
    language: "en",
    office: "Ambassador in Seoul",
    holder: "",
    number: world.ambassador.address,
    from: name,
    organisation: world.organisation.name,
    date: new Date(),
    subject: "Please do not send him back",
    text: `Your Excellency,\n\n${body}\n\n${ownWords}\n\nYours sincerely,\n${name}, France`,
  };
}
