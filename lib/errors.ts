/** Every reason for which a person can be refused; the words for each are in `messages/` under `refusals`. */
export type RefusalCode =
  | "already-member"
  | "bad-origin"
  | "being-edited"
  | "campaign-closed"
  | "campaign-paused"
  | "campaign-stopped"
  | "changed-meanwhile"
  | "count-changed"
  | "do-not-contact"
  | "document-empty"
  | "document-no-text"
  | "document-too-long"
  | "document-too-slow"
  | "document-unreadable"
  | "draft-expired"
  | "draft-sent"
  | "link-unknown"
  | "invitation-over"
  | "import-running"
  | "last-factor"
  | "last-owner"
  | "letter-superseded"
  | "letter-withheld"
  | "no-access"
  | "nobody-left"
  | "not-approved"
  | "not-found"
  | "not-possible-now"
  | "not-ready"
  | "not-signable"
  | "own-work"
  | "passkeys-off"
  | "prove-again"
  | "reader-busy"
  | "second-factor-required"
  | "set-up-done"
  | "sign-in-failed"
  | "sign-in-over"
  | "published-meanwhile"
  | "signed-out"
  | "too-large"
  | "too-many-codes"
  | "too-many-requests"
  | "undo-over"
  | "wrong-code"
  | "wrong-passkey"
  | "wrong-password";

const statuses: Record<RefusalCode, number> = {
  "already-member": 409,
  "bad-origin": 403,
  "being-edited": 409,
  "campaign-closed": 410,
  "campaign-paused": 409,
  "campaign-stopped": 410,
  "changed-meanwhile": 409,
  "count-changed": 409,
  "do-not-contact": 409,
  "document-empty": 422,
  "document-no-text": 422,
  "document-too-long": 413,
  "document-too-slow": 422,
  "document-unreadable": 422,
  "draft-expired": 410,
  "draft-sent": 410,
  "link-unknown": 404,
  "invitation-over": 410,
  "import-running": 409,
  "last-factor": 409,
  "last-owner": 409,
  "letter-superseded": 409,
  "letter-withheld": 409,
  "no-access": 403,
  "nobody-left": 409,
  "not-approved": 409,
  "not-found": 404,
  "not-possible-now": 409,
  "not-ready": 422,
  "not-signable": 422,
  "own-work": 409,
  "passkeys-off": 409,
  "prove-again": 403,
  "reader-busy": 503,
  "second-factor-required": 403,
  "set-up-done": 410,
  "sign-in-failed": 401,
  "sign-in-over": 410,
  "published-meanwhile": 409,
  "signed-out": 401,
  "too-large": 413,
  "too-many-codes": 429,
  "too-many-requests": 429,
  "undo-over": 410,
  "wrong-code": 401,
  "wrong-passkey": 401,
  "wrong-password": 401,
};

/** What a person can cause. Thrown in `lib`; the edge turns it into form state, a status page or a problem document. */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly code: RefusalCode,
    message: string = code,
  ) {
    super(message);
    this.name = "Refusal";
    this.status = statuses[code];
  }
}

/** Waits for an answer and hands a refusal back as a value, for pages that must not throw what they expect. */
export async function orRefusal<T>(answer: Promise<T>): Promise<T | Refusal> {
  try {
    return await answer;
  } catch (reason) {
    if (reason instanceof Refusal) return reason;
    throw reason;
  }
}
