import { readBodies, type Typed } from "@/lib/signatures/schema";

/** All texts of a letter that somebody typed, in one; name and choices are no part of it. */
export function typedWords({ body = "", bodies, ownWords = "" }: Typed): string {
  return [body, ...Object.values(readBodies(bodies)), ownWords].join("\n\n");
}
