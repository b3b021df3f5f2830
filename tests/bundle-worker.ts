import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type BuildOptions } from "esbuild";
import options from "@/scripts/bundle.json";

/**
 * Bundles worker.ts as the build does, but with its failpoints.
 * @param root another version of the sources
 * @param production cuts the failpoints out, as the build does
 */
export async function bundleWorker(
  name: string,
  { root = resolve("."), production = false }: { root?: string; production?: boolean } = {},
): Promise<string> {
  // Below node_modules, so that the packages it leaves outside are found.
  const folder = resolve("node_modules/.cache/appeals-desk");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}-${process.pid}.mjs`);
  process.once("exit", () => rmSync(outfile, { force: true }));
  await build({
    absWorkingDir: root,
    entryPoints: ["worker.ts"],
    outfile,
    ...(options as BuildOptions),
    define: production ? options.define : {},
    alias: { "@": root },
    logLevel: "error",
  });
  return outfile;
}
