// Short words that a full stop shortens, and does not end a sentence.
const short =
  /(?:^|[\s(.,])(?:\p{L}|mr|mrs|ms|dr|dra|gen|prof|hon|st|col|capt|lt|maj|sr|sra|srta|av|ave|rev|tel|fax|no|nr|adm|ing|lic|mme|mlle|min|gov|sen|jr|str|ph|mob|exc|ext|ref|art|bldg|dept|jl|jln|gg|kec|kab|rd|rds|sq|blvd|bd|bvd|ul|ste|apdo|edif|esq|pje|prov|dist|col|mt|ft|pk|pvt|hse|flr|fl)$/iu;

/** Where the sentence begins that a place in a text is in. */
export function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - 600);
  const ends = [...text.slice(from, at).matchAll(/[.!?。！？]["”’)]?(?:\s+(?=[\p{Lu}\p{Lo}¿¡"“(])|(?<=[。！？]))/gu)];
  const last = ends.findLast(({ index }) => !short.test(text.slice(Math.max(0, from + index - 8), from + index)));
  return last ? from + last.index + last[0].length : from;
}
