import { readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { makeReady, type Ready } from "./ready";
import type { Headers } from "./headers";

type Kind = { type: string; compressible: boolean };

const text = (type: string): Kind => ({ type: `${type}; charset=utf-8`, compressible: true });
const packed = (type: string): Kind => ({ type, compressible: false });
const kinds: Record<string, Kind> = {
  ".css": text("text/css"),
  ".ico": packed("image/x-icon"),
  ".jpg": packed("image/jpeg"),
  ".js": text("text/javascript"),
  ".json": text("application/json"),
  ".mjs": text("text/javascript"),
  ".png": packed("image/png"),
  ".svg": text("image/svg+xml"),
  ".txt": text("text/plain"),
  ".webmanifest": text("application/manifest+json"),
  ".webp": packed("image/webp"),
  ".woff2": packed("font/woff2"),
};

export type StaticFiles = {
  has(path: string): boolean;
  /** The file behind a path, from memory after the first time; undefined when there is none. */
  find(path: string): Promise<Ready | undefined>;
};

/**
 * The files of `public/` and of Next's build, compressed once and sent from memory: Next reads and sends them plain each
 * time. Files of a kind not listed here are left to Next.
 * @param root the root of the repository
 */
export function staticFiles(root: string, common: Headers): StaticFiles {
  const files = new Map([...list(join(root, "public"), ""), ...list(join(root, ".next/static"), "/_next/static")]);
  const ready = new Map<string, Promise<Ready>>();

  async function load(path: string, file: string): Promise<Ready> {
    const { type, compressible } = kinds[extname(path)] ?? packed("application/octet-stream");
    const headers = { ...common, "content-type": type, "cache-control": caching(path) };
    return makeReady(await readFile(file), { headers, compressible });
  }

  return {
    has: (path) => files.has(path),
    async find(path) {
      const file = files.get(path);
      if (file === undefined) return undefined;
      const loaded = ready.get(path) ?? load(path, file);
      ready.set(path, loaded);
      return loaded;
    },
  };
}

function caching(path: string): string {
  // The build puts a hash of the content in the name.
  if (path.startsWith("/_next/static/")) return "public, max-age=31536000, immutable";
  return path.startsWith("/fonts/") ? "public, max-age=2592000" : "public, max-age=3600";
}

function list(folder: string, prefix: string): [string, string][] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in kinds)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`${prefix}/${relative(folder, file).split(sep).map(encodeURIComponent).join("/")}`, file]);
}
