import { libraryPath } from "@/app/desk/(room)/recipients/path";

/** The address of the imports, or of one of them. */
export function importPath(id?: string): string {
  const all = libraryPath("import");
  return id ? `${all}/${encodeURIComponent(id)}` : all;
}
