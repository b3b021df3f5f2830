"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type CellAnswer, type CellChange, type CellField, type LibraryLine, readCell } from "@/lib/library/schema";
import { useErrorText } from "./error-text";

export type EditCell = (change: CellChange) => Promise<CellAnswer>;

/** What was typed into a cell and is not kept yet, with why not; without a message it is on its way. */
export type Draft = { text: string; message: string | null };

type Done = { id: string; field: CellField; from: string; to: string };

/** Writes cells one after the other. What could not be written stays in its cell; what was, can be taken back. */
export function useLibraryCells(action: EditCell | undefined, put: (line: LibraryLine) => void) {
  const t = useTranslations("desk.library");
  const refusals = useTranslations("desk.refusals");
  const errorText = useErrorText();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [done, setDone] = useState<Done[]>([]);
  const [note, setNote] = useState("");
  const queue = useRef<Promise<void>>(Promise.resolve());

  const keep = (key: string, draft: Draft | null) =>
    setDrafts((before) => {
      const after = new Map(before);
      if (draft) after.set(key, draft);
      else after.delete(key);
      return after;
    });
  const tell = (answer: Exclude<CellAnswer, { line: LibraryLine }>, field: CellField) =>
    "error" in answer ? errorText(`cell-${field}`, answer.error) : refusals(answer.refusal);
  const theirs = (answer: Extract<CellAnswer, { line: LibraryLine }>, field: CellField) => {
    const by = answer.by ?? t("somebody");
    const value = answer.line[field];
    return value ? t("meanwhile", { by, value }) : t("meanwhileEmpty", { by });
  };
  const send = async (change: CellChange, undoes: boolean) => {
    const key = keyOf(change.id, change.field);
    const answer = action ? await action(change).catch(() => null) : null;
    if (!answer) return keep(key, { text: change.value, message: t("notSaved") });
    if (!("line" in answer)) return keep(key, { text: change.value, message: tell(answer, change.field) });
    put(answer.line);
    if (answer.meanwhile) return keep(key, { text: change.value, message: theirs(answer, change.field) });
    keep(key, null);
    const { id, field, seen: from, value: to } = change;
    setDone((before) => (undoes ? before : [...before.slice(-49), { id, field, from, to }]));
    setNote(t(undoes ? "undone" : "saved", { what: answer.line[field] || "—" }));
  };
  const enqueue = (change: CellChange, undoes: boolean) => {
    keep(keyOf(change.id, change.field), { text: change.value, message: null });
    queue.current = queue.current.then(() => send(change, undoes));
  };

  return {
    drafts,
    note,
    undoable: done.length > 0,
    /** @returns false when it cannot be so and the cell stays open */
    commit(line: LibraryLine, field: CellField, text: string): boolean {
      const key = keyOf(line.id, field);
      const read = readCell(field, text, line.host ?? line.country);
      if ("error" in read) {
        keep(key, { text, message: errorText(`cell-${field}`, read.error) });
        return false;
      }
      if (read.value === line[field]) keep(key, null);
      else enqueue({ id: line.id, field, value: read.value, seen: line[field] }, false);
      return true;
    },
    drop: (id: string, field: CellField) => keep(keyOf(id, field), null),
    undo() {
      const last = done.at(-1);
      if (!last) return;
      setDone(done.slice(0, -1));
      enqueue({ id: last.id, field: last.field, value: last.from, seen: last.to }, true);
    },
  };
}

export function keyOf(id: string, field: string): string {
  return `${id} ${field}`;
}
