import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

// The import rules of the design, as far as a linter's patterns cannot say them. Each test names the files at fault.

type Import = { file: string; from: string; typeOnly: boolean };

const files = ["app", "components", "enhance", "lib"].flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,tsx}`, { exclude: (path) => path.includes("generated") }),
);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^"';]*?(?:from\s+)?"([^"]+)"/gm);
  return [...found].map(([, type, from = ""]) => ({ file, from: resolved(file, from), typeOnly: type !== undefined }));
}

/** `./x` in lib/a/b.ts as `@/lib/a/x`, so that one pattern finds both ways of naming a file. */
function resolved(file: string, from: string): string {
  return from.startsWith("./") ? `@/${join(dirname(file), from)}` : from;
}

function offenders(inside: string | RegExp, forbidden: RegExp, but: (one: Import) => boolean = () => false): string[] {
  const within = (file: string) => (typeof inside === "string" ? file.startsWith(inside) : inside.test(file));
  return imports
    .filter((one) => within(one.file) && forbidden.test(one.from) && !but(one))
    .map(({ file, from }) => `${file} ← ${from}`);
}

function onlyTypes({ typeOnly }: Import): boolean {
  return typeOnly;
}

function mayDraw({ from, typeOnly }: Import): boolean {
  return typeOnly || /^@\/lib\/(?:[\w-]+\/(?:schema|states)|format|locales)$/.test(from);
}

function filesWith(inside: string, pattern: RegExp): string[] {
  return files.filter((file) => file.startsWith(inside) && pattern.test(readFileSync(file, "utf8")));
}

describe("imports", () => {
  test("are found at all", () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(offenders("lib/signatures/", /^@\/lib\/privacy\/links$/)).not.toEqual([]);
  });

  test("of lib stay in lib, messages and packages", () => {
    expect(offenders("lib/", /^(?:@\/(?:app|components)\/|next$|next\/|react$|react\/|react-dom)/)).toEqual([]);
  });

  test("of app reach data only through the verbs of lib", () => {
    expect(offenders("app/", /^(?:@\/lib\/db|@\/lib\/generated\/|nodemailer|pg|mustache)(?:\/|$)/, onlyTypes)).toEqual(
      [],
    );
    expect(offenders("app/", /\.sql$/)).toEqual([]);
  });

  test("of components are components, schemas, states, format, locales and types", () => {
    expect(offenders("components/", /^@\/(?:lib|app|messages)\//, mayDraw)).toEqual([]);
  });

  test("of what runs in a browser are pure", () => {
    const shared = ["lib/locales.ts", "lib/format.ts"];
    const run = reachedBy([...files.filter((file) => file.startsWith("enhance/")), ...shared]);
    expect(run).toContain("lib/letters/own-share.ts");
    const server =
      /^(?:node:|next|react|pg$|@\/app\/|@\/components\/|@\/lib\/(?:db|env)$|@\/lib\/generated\/prisma\/client$)/;
    expect(imports.filter(({ file, from, typeOnly }) => run.includes(file) && !typeOnly && server.test(from))).toEqual(
      [],
    );
  });

  test("never climb", () => {
    expect(offenders(/./, /^\.\.\//)).toEqual([]);
  });

  test("of Typst stand in one file, loaded when it is needed", () => {
    expect(filesWith("", /@myriaddreamin\/typst/)).toEqual(["lib/letters/pdf.ts"]);
    expect(filesWith("", /import \{[^}]*\} from "@myriaddreamin/)).toEqual([]);
  });

  test("of nodemailer stand in lib/delivery alone, of the sealing key in one file", () => {
    expect(offenders(/^(?!lib\/delivery\/)/, /^nodemailer/)).toEqual([]);
    expect(filesWith("", /SEALING_KEY/).toSorted()).toEqual([
      "lib/env.ts",
      "lib/privacy/installation.ts",
      "lib/privacy/sealing.ts",
    ]);
  });
});

/** What files run, over as many steps as it takes; types do not run. */
function reachedBy(roots: string[]): string[] {
  const seen = new Set(roots);
  for (const file of seen) {
    for (const { from, typeOnly } of imports.filter((one) => one.file === file)) {
      const path = `${from.slice(2)}.ts`;
      if (!typeOnly && from.startsWith("@/") && files.includes(path)) seen.add(path);
    }
  }
  return [...seen];
}

describe("the public side", () => {
  const drawn = drawnBy(files.filter((file) => /^app\/(?:\(site\)|embed)\//.test(file)));

  test("draws plain HTML", () => {
    const react = /"use client"|from "next\/(?:link|image|script)"|from "react-hook-form"/;
    expect(drawn.filter((file) => react.test(readFileSync(file, "utf8")))).toEqual([]);
    expect(drawn).toContain("components/signatures/sign-form.tsx");
  });

  test("streams nothing and calls no server action", () => {
    expect(files.filter((file) => /^app\/(?:\(site\)|embed)\/.*\b(?:loading|actions)\.tsx?$/.test(file))).toEqual([]);
  });

  /** Everything that files import, over as many steps as it takes. */
  function drawnBy(roots: string[]): string[] {
    const seen = new Set(roots);
    for (const file of seen) {
      for (const { from } of imports.filter((one) => one.file === file && one.from.startsWith("@/components/"))) {
        seen.add(`${from.slice(2)}.tsx`);
      }
    }
    return [...seen].filter((file) => files.includes(file));
  }
});

test("server and client are told apart where the design says", () => {
  expect(filesWith("app/", /^"use client"/m).filter((file) => !/\/(?:global-)?error\.tsx$/.test(file))).toEqual([]);
  expect(filesWith("", /^"use server"/m).filter((file) => !/^app\/desk\/.*actions\.ts$/.test(file))).toEqual([]);
  expect(filesWith("lib/", /^"use /m)).toEqual([]);
});

test("every page of the desk asks for the member itself", () => {
  const pages = files.filter((file) => /^app\/desk\/\(room\)\/.*page\.tsx$/.test(file));
  expect(pages.filter((file) => !/\b(?:requireActor|loadCampaign)\(/.test(readFileSync(file, "utf8")))).toEqual([]);
});
