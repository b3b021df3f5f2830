import { randomBytes } from "node:crypto";
import { deriveKey, seal, unseal } from "@/lib/privacy/sealing";
import type { ReceivedContent } from "./schema";

/** A key of its own for a received appeal, wrapped for storage beside it: what was sealed with it is forgotten with it. */
export function newReceivedKey(id: string): { key: Buffer; sealedKey: Buffer<ArrayBuffer> } {
  const key = randomBytes(32);
  return { key, sealedKey: seal(deriveKey("received-keys"), key, id) };
}

/** @throws Error when it was wrapped for another row, or by another installation */
export function openReceivedKey(id: string, sealedKey: Uint8Array): Buffer {
  return unseal(deriveKey("received-keys"), sealedKey, id);
}

/** The bytes as they came. */
export function sealOriginal(key: Buffer, id: string, bytes: Uint8Array): Buffer<ArrayBuffer> {
  return seal(key, Buffer.from(bytes), `received:${id}:original`);
}

export function openOriginalBytes(key: Buffer, id: string, sealed: Uint8Array): Buffer {
  return unseal(key, sealed, `received:${id}:original`);
}

/** What was read, and what a list calls it. */
export function sealContent(key: Buffer, id: string, content: ReceivedContent) {
  const title = content.fields.title || content.fields.reference || content.name;
  return {
    sealedContent: seal(key, JSON.stringify(content), `received:${id}:content`),
    sealedTitle: seal(key, title, `received:${id}:title`),
  };
}

export function openContent(key: Buffer, id: string, sealed: Uint8Array): ReceivedContent {
  return JSON.parse(unseal(key, sealed, `received:${id}:content`).toString()) as ReceivedContent;
}

export function openTitle(key: Buffer, id: string, sealed: Uint8Array): string {
  return unseal(key, sealed, `received:${id}:title`).toString();
}
