/** A condition that a column holds these words somewhere, in capitals or not; Prisma leaves % and _ to their meaning. */
export function holding(words: string): { contains: string; mode: "insensitive" } {
  return { contains: words.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" };
}
