// The one script of the public side, from enhance/ into public/appeal.js.
import { root } from "./install.mjs";

export async function bundleEnhancements() {
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { appeal: "enhance/appeal.ts" },
    outdir: "public",
    bundle: true,
    format: "esm",
    // Phones of many years ago.
    target: "es2020",
    minify: true,
    // The words of an Arabic regular expression as they are: escapes would weigh more.
    charset: "utf8",
    alias: { "@": root },
    logLevel: "warning",
  });
}
