import type { WritingWay } from "@/lib/generated/prisma/enums";
import type { SheetText } from "@/lib/letters/sheet-text";

/** A letter whose closing is there a second time with `{name}` and `{country}` still open, for the script that fills them in. */
type Signed = SheetText & { closingTemplate: string };

/** The letter as a form shows it. */
export type EditorLetter = Signed & {
  ownWords: string;
  ownWordsPrompt: string;
  /** What has to stay in the editable part, or should. */
  requests: string[];
  /** Whether it has to. */
  must: boolean;
  writing: WritingWay;
  /** The sample letter's text: what is edited, added to, or only read. */
  example: string;
  /** What a letter in one's own words should say, in a language its writer reads. */
  checklist: { requests: string[]; facts: string[]; language: string; dir: "ltr" | "rtl" };
  /** Whether the subject differs from one writer to the next. */
  subjectVaries: boolean;
  /** The number of the revision it stands in. */
  revision: number;
  /** What this letter is, by its revision, its language and how it is written: a draft of it belongs to no other. */
  basis: string;
  /** Whether its text is another one than that of the sample. */
  changed: boolean;
  /** The shortest letter any recipient takes, in characters, and who that is. */
  limit: { most: number; short: string | null } | null;
  /** Who gets this text; empty while everybody does. */
  to: string[];
  /** How many more get it than are named. */
  more: number;
  /** Names the sample letter it shows, as lists of who gets it do; none where all is the signer's own, which goes to everybody. */
  sheet: string | undefined;
  /** The texts for others. */
  versions: LetterVersion[];
  /** The language of the page, in which the signer adds words of their own. */
  reader: { language: string; dir: "ltr" | "rtl" };
};

export type LetterVersion = Signed & {
  key: string;
  /** Names the sample letter it shows, as lists of who gets it do. */
  sheet: string;
  /** Whether its text is another one than that of the sample. */
  changed: boolean;
  to: string[];
  /** How many more get it than are named. */
  more: number;
};
