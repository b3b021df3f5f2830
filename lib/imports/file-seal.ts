import { deriveKey, seal, unseal } from "@/lib/privacy/sealing";

/** A file as it is kept: sealed, so that a stolen database shows no list of offices and their holders that was dropped. */
export function sealImportFile(importId: string, bytes: Uint8Array): Buffer<ArrayBuffer> {
  return seal(deriveKey("imports"), Buffer.from(bytes), `import:${importId}`);
}

/** @throws Error when it was sealed under another key */
export function openImportFile(importId: string, sealed: Uint8Array): Buffer {
  return unseal(deriveKey("imports"), sealed, `import:${importId}`);
}

type Part = { importId: string; number: number };

/** What is kept of one row. */
export function sealImportPart({ importId, number }: Part, bytes: Uint8Array): Buffer<ArrayBuffer> {
  return seal(deriveKey("imports"), Buffer.from(bytes), `import:${importId}:${number}`);
}

/** @throws Error when it was sealed under another key */
export function openImportPart({ importId, number }: Part, sealed: Uint8Array): Buffer {
  return unseal(deriveKey("imports"), sealed, `import:${importId}:${number}`);
}
