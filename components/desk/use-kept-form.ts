"use client";

import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/forms";
import {
  cameWith,
  changedIn,
  type Control,
  fieldsOf,
  isOutdated,
  type Kept,
  planOf,
  planWithout,
  putBack,
  replacedBy,
  seenOf,
  setSeen,
  type Snapshot,
  snapshotOf,
} from "./kept-fields";
import { useKeptKey } from "./kept-owner";

/**
 * Keeps what is typed into a form in this tab until it is saved (sessionStorage: gone when the tab is closed), and brings
 * it back when the page is opened again by the same member. Passwords, files and hidden fields are left alone.
 */
export function useKeptForm(name: string | undefined, state: FormState, sending: boolean) {
  const [restored, setRestored] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const measure = useRef<Measure>(null);
  const early = useRef<Control[]>([]);
  const key = useKeptKey(name);
  useEffect(() => {
    const form = element.current;
    if (state.saved && key) sessionStorage.removeItem(key);
    if (!form) return;
    if (state.saved) clearPasswords(form);
    measure.current = measureAfter(form, state, measure.current);
  }, [state, key]);
  useForgetWhenLeft(key, sending);
  const attach = useCallback(
    (form: HTMLFormElement | null) => {
      element.current = form;
      if (!form || !key) return;
      early.current = changedIn(form);
      const kept = read(key);
      const outdated = kept !== null && isOutdated(snapshotOf(form), kept);
      setRestored(restore(form, { kept, early: early.current, measure }));
      if (outdated) askAgain(key, form, measure.current);
    },
    [key],
  );
  return {
    attach,
    /** Tells of what was typed before the page was alive, as if it were typed now. */
    catchUp: useCallback(() => {
      for (const control of early.current.splice(0)) control.dispatchEvent(new Event("input", { bubbles: true }));
    }, []),
    restored: restored && !state.saved,
    store: ({ currentTarget: form }: FormEvent<HTMLFormElement>) => {
      if (key) keep(key, form, measure.current);
    },
    /** What is stored by now, which may be less than what stands in the form. */
    settle: (stored: Record<string, string>, seen?: string) => {
      if (element.current && key) settle(key, element.current, { stored, seen, measure });
      setRestored(false);
    },
    discard: () => {
      if (key) sessionStorage.removeItem(key);
      if (element.current) drop(element.current, measure);
      setRestored(false);
    },
  };
}

/**
 * What changes are measured against, the page's own fingerprint while an older one stands in the form, and those that this
 * tab's saves have replaced.
 */
type Measure = { came: Snapshot; pageSeen: string | null; replaced: string[] };
type MeasureRef = { current: Measure | null };

type Found = { kept: Kept | null; early: Control[]; measure: MeasureRef };

/** What was typed early is newer than what is kept. @returns whether anything differed from what the page came with */
function restore(form: HTMLFormElement, { kept, early, measure }: Found): boolean {
  const came = cameWith(form);
  measure.current = { came, pageSeen: null, replaced: kept?.replaced ?? [] };
  if (!kept) return false;
  const plan = planWithout(planOf(came, kept), early);
  measure.current = { ...measure.current, came: plan.came, pageSeen: plan.seen === null ? null : came.seen };
  putBack(form, plan);
  return Object.keys(plan.fields).length > 0;
}

type Settled = { stored: Record<string, string>; seen: string | undefined; measure: MeasureRef };

function settle(key: string, form: HTMLFormElement, { stored, seen, measure }: Settled): void {
  const before = [measure.current?.came.seen ?? null, seenOf(form)?.value ?? null];
  if (seen !== undefined) setSeen(form, seen);
  const typed = fieldsOf(form);
  const came = { fields: { ...typed, ...stored }, seen: seenOf(form)?.value ?? null };
  const replaced = replacedBy(measure.current?.replaced ?? [], before, came.seen);
  measure.current = { came, pageSeen: null, replaced };
  if (Object.keys(typed).some((name) => typed[name] !== came.fields[name])) keep(key, form, measure.current);
  else write(key, { typed: {}, came: { fields: {}, seen: came.seen }, replaced });
}

function keep(key: string, form: HTMLFormElement, measure: Measure | null): void {
  if (!measure) return;
  // After saving, the new fingerprint comes a moment later than the answer.
  measure.came.seen ??= seenOf(form)?.value ?? null;
  write(key, { typed: fieldsOf(form), came: measure.came, replaced: measure.replaced });
}

/** What the page shows is older than what this tab has saved: the page is fetched once more, and what was typed stays. */
function askAgain(key: string, form: HTMLFormElement, measure: Measure | null): void {
  if (measure) keep(key, form, { ...measure, replaced: [] });
  location.reload();
}

function drop(form: HTMLFormElement, measure: MeasureRef): void {
  form.reset();
  setSeen(form, measure.current?.pageSeen ?? null);
  measure.current = { came: snapshotOf(form), pageSeen: null, replaced: [] };
}

/** Who was told of another's change once, and saves again, knows of it: their form goes on from what the page has. */
function measureAfter(form: HTMLFormElement, state: FormState, measure: Measure | null): Measure | null {
  if (state.saved) return { came: { fields: fieldsOf(form), seen: null }, pageSeen: null, replaced: [] };
  if (state.refusal !== "changed-meanwhile" || !measure || measure.pageSeen === null) return measure;
  if (seenOf(form)?.value === measure.came.seen) setSeen(form, measure.pageSeen);
  return { ...measure, pageSeen: null };
}

/** A password that was taken is not left standing in the form. */
function clearPasswords(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[autocomplete$=-password]")) input.value = "";
}

/** Whoever is led on by an action has saved the form, unless they are led to sign in first. */
function useForgetWhenLeft(key: string | undefined, sending: boolean): void {
  const wasSending = useRef(false);
  useEffect(() => {
    wasSending.current = sending;
  }, [sending]);
  useEffect(
    () => () => {
      if (!key || !wasSending.current) return;
      // The address is that of the next page a moment later.
      setTimeout(() => {
        if (!location.pathname.startsWith("/desk/sign-in")) sessionStorage.removeItem(key);
      });
    },
    [key],
  );
}

function write(key: string, kept: Kept): void {
  sessionStorage.setItem(key, JSON.stringify(kept));
}

function read(key: string): Kept | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Kept);
}
