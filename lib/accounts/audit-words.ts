import { loadMessages } from "@/lib/messages";

const { actions, subjects } = loadMessages("en").desk.audit;

/** Every action that can be recorded, in words. */
export const auditWords: ReadonlyMap<string, string> = new Map(
  Object.entries(actions).flatMap(([noun, words]) =>
    Object.entries(words).map(([act, text]): [string, string] => [`${noun}.${act}`, text]),
  ),
);

/** What an event can be about, in words. */
export const subjectWords: ReadonlyMap<string, string> = new Map(Object.entries(subjects));
