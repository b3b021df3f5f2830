import { inLanguage, type Appeal } from "@/lib/campaigns/queries";
import { toEverybody } from "./versions";

/** The letter to everybody as a reader of a language reads it, whatever language it leaves in. */
export function readableSample({ revision, defaultLanguage }: Appeal, reader: string) {
  return inLanguage(toEverybody(revision.sampleLetters), reader, defaultLanguage);
}
