import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { env } from "@/lib/env";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** A security key of software (WebAuthn §6): one ES256 key without attestation, whose answers are what a browser posts. */
export function makeAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const { hostname, origin: own } = new URL(env().APP_URL);
  let counter = 0;

  function authData(flags: number, count: number, more = Buffer.alloc(0)): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags);
    head.writeUInt32BE(count, 1);
    return Buffer.concat([sha256(hostname), head, more]);
  }

  function answer(response: Record<string, Buffer>): string {
    const base64url = Object.entries(response).map(([name, bytes]) => [name, bytes.toString("base64url")]);
    const name = id.toString("base64url");
    return JSON.stringify({
      id: name,
      rawId: name,
      type: "public-key",
      clientExtensionResults: {},
      response: Object.fromEntries(base64url),
    });
  }

  return {
    /** Answers a registration. */
    register(challenge: string, origin = own): string {
      const coordinates = [Buffer.from(x, "base64url"), Buffer.from(y, "base64url")] as const;
      const cose = Buffer.concat([
        Buffer.from("a5010203262001215820", "hex"),
        coordinates[0],
        Buffer.from("225820", "hex"),
        coordinates[1],
      ]);
      const data = authData(0x41, counter, Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]));
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        text("fmt"),
        text("none"),
        text("attStmt"),
        Buffer.from([0xa0]),
        text("authData"),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      return answer({ clientDataJSON: clientData("webauthn.create", challenge, origin), attestationObject });
    },
    /** Answers a sign-in; its counter rises, unless it is said. */
    sign(challenge: string, { origin = own, count = (counter += 1) } = {}): string {
      const clientDataJSON = clientData("webauthn.get", challenge, origin);
      const authenticatorData = authData(0x01, count);
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey);
      return answer({ clientDataJSON, authenticatorData, signature });
    },
  };
}
