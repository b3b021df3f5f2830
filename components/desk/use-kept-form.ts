"use client";

import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/forms";

type Kept = Record<string, string>;

/**
 * Keeps what is typed into a form in this tab until it is saved (sessionStorage: gone when the tab is closed), and brings
 * it back when the page is opened again. Passwords, files and hidden fields are left alone.
 */
export function useKeptForm(name: string | undefined, state: FormState, sending: boolean) {
  const [restored, setRestored] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const key = name && `form:${name}`;
  useEffect(() => {
    if (!state.saved) return;
    if (key) sessionStorage.removeItem(key);
    if (element.current) clearPasswords(element.current);
  }, [state, key]);
  useForgetWhenLeft(key, sending);
  const attach = useCallback(
    (form: HTMLFormElement | null) => {
      element.current = form;
      const kept = form && key ? read(key) : null;
      if (form && kept) setRestored(restore(form, kept));
    },
    [key],
  );
  return {
    attach,
    restored: restored && !state.saved,
    store: ({ currentTarget: form }: FormEvent<HTMLFormElement>) => {
      if (key) sessionStorage.setItem(key, JSON.stringify(fieldsOf(form)));
    },
    discard: () => {
      if (key) sessionStorage.removeItem(key);
      element.current?.reset();
      setRestored(false);
    },
  };
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

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && !/^(?:hidden|password|file|submit|button)$/.test(element.type)) ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  );
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(control.type);
}

/** The name of a control in what is kept: those that share a name differ by their value. */
function keyOf(control: Control): string {
  return isTick(control) ? `${control.name}=${control.value}` : control.name;
}

function valueOf(control: Control): string {
  return isTick(control) ? String(control.checked) : control.value;
}

function fieldsOf(form: HTMLFormElement): Kept {
  return Object.fromEntries(controlsOf(form).map((control) => [keyOf(control), valueOf(control)]));
}

/** @returns whether anything differed from what the page came with */
function restore(form: HTMLFormElement, kept: Kept): boolean {
  let changed = false;
  for (const control of controlsOf(form)) {
    const value = kept[keyOf(control)];
    if (value === undefined || value === valueOf(control)) continue;
    if (isTick(control)) control.checked = value === "true";
    else control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    changed = true;
  }
  return changed;
}

function read(key: string): Kept | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Kept);
}
