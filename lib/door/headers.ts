import { randomBytes } from "node:crypto";

export type Headers = Record<string, string>;

const closed = ["camera", "geolocation", "microphone", "payment", "usb"];

/** What every answer carries. HSTS only where the installation is reached by https, else a trial run locks itself out. */
export function commonHeaders(https: boolean): Headers {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": closed.map((feature) => `${feature}=()`).join(", "),
    "cross-origin-opener-policy": "same-origin",
    ...(https ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/**
 * The policy of the public side: no inline script or style at all, so it needs no nonce and pages can be kept.
 * @param ancestors the sites that may show the page in a frame (CSP, frame-ancestors); nobody by default
 */
export function publicPolicy(ancestors: string = "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");
}

/** The policy of the desk, a React app: Next reads the nonce from it and puts it on its scripts. */
export function deskPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy of answers that are no pages. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

export function newNonce(): string {
  return randomBytes(16).toString("base64");
}
