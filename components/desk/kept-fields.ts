type Fields = Record<string, string>;

/** What a form holds at one moment, and the fingerprint of what it was opened with, where it sends one as `seen`. */
export type Snapshot = { fields: Fields; seen: string | null };

/**
 * What is kept of a form: what is typed, what the page had come with when typing began, and the fingerprints that saves of
 * this tab have replaced.
 */
export type Kept = { typed: Fields; came: Snapshot; replaced?: string[] };

/** What of it is to come back into the form as the page has it now. */
export type Plan = {
  /** The fields the person had changed, where the page says something else. */
  fields: Fields;
  /** The fingerprint of then, when somebody else has changed one of these fields meanwhile: the server is to refuse. */
  seen: string | null;
  /** What later changes are measured against. */
  came: Snapshot;
};

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function fieldsOf(form: HTMLFormElement): Fields {
  return Object.fromEntries(controlsOf(form).map((control) => [keyOf(control), valueOf(control)]));
}

/** The hidden field with the fingerprint. */
export function seenOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>("input[type=hidden][name=seen]");
}

export function snapshotOf(form: HTMLFormElement): Snapshot {
  return { fields: fieldsOf(form), seen: seenOf(form)?.value ?? null };
}

/** What a page came with, whatever was typed into it before it was alive. */
export function cameWith(form: HTMLFormElement): Snapshot {
  const fields = Object.fromEntries(controlsOf(form).map((control) => [keyOf(control), defaultOf(control)]));
  return { fields, seen: seenOf(form)?.value ?? null };
}

/** The controls that hold something else than the page came with. */
export function changedIn(form: HTMLFormElement): Control[] {
  return controlsOf(form).filter(isChanged);
}

export function isChanged(control: Control): boolean {
  return valueOf(control) !== defaultOf(control);
}

/** Fields nobody touched take what the page has now; a field that two have changed is for the server to refuse. */
export function planOf(now: Snapshot, { typed, came }: Kept): Plan {
  const back = Object.entries(typed).filter(
    ([key, value]) => key in now.fields && value !== came.fields[key] && value !== now.fields[key],
  );
  const changedByOthers = back.some(([key]) => now.fields[key] !== came.fields[key]);
  const then = back.map(([key]) => [key, came.fields[key]]);
  return {
    fields: Object.fromEntries(back),
    seen: changedByOthers ? came.seen : null,
    came: {
      fields: { ...now.fields, ...(Object.fromEntries(then) as Fields) },
      seen: changedByOthers ? came.seen : now.seen,
    },
  };
}

/** Whether a page was made before this tab saved: asked for again while the save was on its way, it shows less than is stored. */
export function isOutdated(now: Snapshot, { replaced = [] }: Kept): boolean {
  return now.seen !== null && replaced.includes(now.seen);
}

/** The fingerprints this tab has replaced, after a save that leaves `now` standing. */
export function replacedBy(replaced: string[], before: (string | null)[], now: string | null): string[] {
  const all = [...replaced, ...before].filter((seen) => seen !== null && seen !== now);
  return [...new Set(all)].slice(-20) as string[];
}

/** The same without some of its fields. */
export function planWithout(plan: Plan, controls: Control[]): Plan {
  const left = Object.entries(plan.fields).filter(([key]) => !controls.some((control) => keyOf(control) === key));
  return { ...plan, fields: Object.fromEntries(left) };
}

export function putBack(form: HTMLFormElement, { fields, seen }: Pick<Plan, "fields" | "seen">): void {
  for (const control of controlsOf(form)) {
    const value = fields[keyOf(control)];
    if (value === undefined) continue;
    if (isTick(control)) control.checked = value === "true";
    else control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  setSeen(form, seen);
}

export function setSeen(form: HTMLFormElement, seen: string | null): void {
  const hidden = seenOf(form);
  if (hidden && seen !== null) hidden.value = seen;
}

/** Values by name, as what is kept names the controls: of a tick box whether it is ticked, which one without a value is not. */
export function asKept(form: HTMLFormElement, fields: Fields): Fields {
  const kept = controlsOf(form).flatMap((control): [string, string][] => {
    const value = fields[control.name];
    if (isTick(control)) return [[keyOf(control), String(value === control.value)]];
    return value === undefined ? [] : [[keyOf(control), value]];
  });
  return Object.fromEntries(kept);
}

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

function defaultOf(control: Control): string {
  if (isTick(control)) return String(control.defaultChecked);
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue.replace(/\r\n?/g, "\n");
  const options = [...control.options];
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
}
