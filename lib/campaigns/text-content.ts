import type { AppealContent } from "@/lib/importing/content";
import { clockIn } from "@/lib/format";
import { wordsOfLetter, wordsOfText } from "@/lib/cases/consent-problems";
import { mentions } from "@/lib/cases/mask";
import { consentsTo, type ProtectedPerson } from "@/lib/cases/persons";
import { markdownText } from "./markdown-text";
import { type Appeal, inLanguage } from "./queries";
import { textLetter } from "./text-letter";
import { textRecipients } from "./text-recipients";

/** Languages the text of an appeal can be written in: those its page is there in, its own first. */
export function textLanguages({ revision, defaultLanguage }: Pick<Appeal, "revision" | "defaultLanguage">): string[] {
  const others = revision.texts.map(({ language }) => language).filter((one) => one !== defaultLanguage);
  return [defaultLanguage, ...others.toSorted()];
}

/**
 * What an appeal says, for its text. Names of people at risk are in it only as far as they consent and the appeal itself says
 * them: a consent may have been given for another appeal of the case.
 * @param persons all of its case
 */
export function textContent(appeal: Appeal, persons: ProtectedPerson[], language: string): AppealContent {
  const { original, deadlineAt, deadlineZone, organisation, revision, defaultLanguage } = appeal;
  const text = revision.texts.length > 0 ? inLanguage(revision.texts, language, defaultLanguage) : null;
  const recipients = textRecipients(appeal, language);
  const letter = textLetter(appeal, recipients, language);
  const example = appeal.nature === "example" ? text?.notice : "";
  const background = [example, markdownText(text?.body ?? "")].filter(Boolean).join("\n\n").trim();
  const clock = deadlineAt && clockIn(deadlineZone ?? "UTC", deadlineAt);
  const from = original?.originator ?? (original?.forwarder ? null : organisation.name);
  return {
    reference: original?.reference ?? null,
    kind: appeal.kind,
    title: text?.title || null,
    originator: from,
    forwarder: original?.forwarder ?? null,
    language,
    country: appeal.case.country,
    dates: {
      incident: dayOf(original?.incidentOn),
      issued: dayOf(original?.issuedOn ?? (from === organisation.name ? appeal.publishedAt : null)),
      deadline: clock && clock.date,
    },
    deadlineClock: clock && { time: clock.time, zone: deadlineZone ?? "UTC" },
    embassyOf: appeal.rules.find(({ kind }) => kind === "embassy")?.represents ?? null,
    persons: namesIn(appeal, persons),
    recipients,
    letter: letter.content,
    note: null,
    request: text?.request || null,
    summary: text?.summary.trim() || null,
    background: background || null,
    requests: letter.requests.filter((request) => request !== ""),
  };
}

function namesIn({ revision: { texts, sampleLetters } }: Appeal, persons: ProtectedPerson[]): string[] {
  // Something between them that is no gap, so that no name is found across two of them.
  const words = [...texts.flatMap(wordsOfText), ...sampleLetters.flatMap(wordsOfLetter)].join("\n|\n");
  return persons
    .filter((person) => consentsTo(person, "name"))
    .flatMap(({ publicName }) => (publicName && mentions(words, [publicName]) ? [publicName] : []));
}

function dayOf(at: Date | null | undefined): string | null {
  return at ? at.toISOString().slice(0, 10) : null;
}
