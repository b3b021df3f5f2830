// server.ts and Next load separate copies of this file: what must be one per process sits on globalThis.
const shared = globalThis as typeof globalThis & { appealsClosing?: AbortController };

function closing(): AbortController {
  return (shared.appealsClosing ??= new AbortController());
}

/** Says stop when the process is about to end: an answer that goes on for ever ends then. */
export function closingSignal(): AbortSignal {
  return closing().signal;
}

/** Ends what would not end by itself. */
export function announceClosing(): void {
  closing().abort();
}
