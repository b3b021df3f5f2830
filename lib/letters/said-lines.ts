import type { Appeal } from "@/lib/campaigns/queries";
import { direction } from "@/lib/locales";
import type { Missing } from "@/lib/signatures/check";
import { openLines } from "./open-lines";
import { readableSample } from "./readable-sample";

/** The requests and facts a letter in one's own words should say, as its writer has read them, each with whether it was found. */
export function saidLines(appeal: Appeal, reader: string, missing: Missing[]) {
  const sample = readableSample(appeal, reader);
  const { requests, facts } = openLines(sample);
  const lines = (texts: string[]) => texts.map((text) => ({ text, said: !missing.some((one) => one.text === text) }));
  return { requests: lines(requests), facts: lines(facts), lang: sample.language, dir: direction(sample.language) };
}
