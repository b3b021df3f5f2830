/* Makes the web fonts and their CSS: subsets the two variable fonts to what our pages need, copies the licences, and
   measures the fall-back faces so that text does not move when the web font arrives. Writes public/fonts/ and
   app/fonts.css. Run by hand after a font update: node scripts/fonts.mjs */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import subsetFont from "subset-font";

// HarfBuzz comes with subset-font; here it reads the results back.
const ofSubsetFont = createRequire(createRequire(import.meta.url).resolve("subset-font"));
const hb = await import(pathToFileURL(ofSubsetFont.resolve("harfbuzzjs")).href);

const root = new URL("../", import.meta.url);
const limit = 70_000;
const weights = { min: 400, max: 600 };
const features = ["kern", "mark", "ccmp", "locl", "liga", "tnum", "pnum", "lnum", "onum"];

// Western Europe, its quotation marks and dashes, then arrows and bullets. What a font lacks is left out of its
// unicode-range and comes from the next font of the stack.
const wanted = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...points("ıŒœŸẞʼˆ˚˜‐‑–—‘’‚“”„•…′″‹›⁄€™−←↑→↓●○✓▸▾"),
  ...range(0x2000, 0x200b),
];
// Spaces that HarfBuzz makes from the ordinary one, so a font need not have them: figure, thin, narrow no-break.
const madeSpaces = [0x2007, 0x2009, 0x202f];

const fonts = [
  {
    family: "Source Serif 4",
    fallback: "Source Serif Fallback",
    slug: "source-serif-4",
    source: "source-serif-4-latin-opsz-normal.woff2",
    // Drawn for 18 px, the size of a letter.
    axes: { wght: weights, opsz: 18 },
    // Of two faces of one name the later wins and an absent one counts for nothing: Georgia last.
    locals: ["times", "georgia"],
  },
  {
    family: "IBM Plex Sans",
    fallback: "IBM Plex Sans Fallback",
    slug: "ibm-plex-sans",
    source: "ibm-plex-sans-latin-wght-normal.woff2",
    axes: { wght: weights },
    locals: ["arial"],
  },
];

// Mean width of a letter in ems, regular and bold, from @capsizecss/metrics 4.3.0 (xWidthAvg / unitsPerEm).
// Helvetica and the Liberation fonts have the widths of Arial and Times New Roman.
const locals = {
  georgia: { names: ["Georgia"], regular: 913 / 2048, bold: 1062 / 2048 },
  times: { names: ["Times New Roman", "Liberation Serif"], regular: 832 / 2048, bold: 886 / 2048 },
  arial: { names: ["Arial", "Helvetica", "Liberation Sans"], regular: 913 / 2048, bold: 983 / 2048 },
};

// How often a character occurs, per 10,000: the Latin table of @capsizecss/unpack 4.0.1 (MIT), on which the widths
// above rest.
// oxfmt-ignore
const frequency = {
  " ": 1540, '"': 12, $: 2, "%": 1, "'": 14, "(": 10, ")": 10, ",": 83, "-": 18, ".": 79, "/": 1, ":": 8, ";": 1,
  "=": 7, "[": 21, "]": 7, "|": 38, 0: 53, 1: 23, 2: 26, 3: 10, 4: 8, 5: 15, 6: 7, 7: 5, 8: 7, 9: 6, A: 40, B: 20,
  C: 31, D: 13, E: 11, F: 15, G: 11, H: 13, I: 22, J: 9, K: 7, L: 12, M: 25, N: 14, O: 9, P: 23, Q: 1, R: 15, S: 41,
  T: 41, U: 16, V: 5, W: 12, X: 1, Y: 3, Z: 2, a: 668, b: 114, c: 232, d: 298, e: 922, f: 170, g: 155, h: 351, i: 588,
  j: 9, k: 46, l: 304, m: 181, n: 578, o: 571, p: 163, q: 8, r: 526, s: 469, t: 672, u: 207, v: 76, w: 110, x: 25,
  y: 123, z: 11, á: 1, é: 1,
};

const faces = [];
let total = 0;
await mkdir(new URL("public/fonts/", root), { recursive: true });

for (const font of fonts) {
  const pack = new URL(`node_modules/@fontsource-variable/${font.slug}/`, root);
  const original = await readFile(new URL(`files/${font.source}`, pack));
  const options = { keepFeatures: features, variationAxes: font.axes };
  const text = String.fromCodePoint(...wanted);
  const woff2 = await subsetFont(original, text, { ...options, targetFormat: "woff2" });
  const face = new hb.Face(new hb.Blob(await subsetFont(original, text, { ...options, targetFormat: "truetype" })));

  await writeFile(new URL(`public/fonts/${font.slug}.woff2`, root), woff2);
  await writeFile(new URL(`public/fonts/${font.slug}.OFL.txt`, root), await licence(pack, face));

  const has = new Set(face.collectUnicodes());
  faces.push(webFace(font, [...has, ...madeSpaces]));
  for (const name of font.locals) {
    faces.push(fallbackFace(font, face, name, "regular"), fallbackFace(font, face, name, "bold"));
  }

  total += woff2.length;
  const missing = wanted.filter((point) => !has.has(point) && (point < 0x2000 || point > 0x200b));
  console.log(`${font.family}: ${woff2.length} bytes, without ${String.fromCodePoint(...missing)}`);
}

await writeFile(
  new URL("app/fonts.css", root),
  `/* Written by scripts/fonts.mjs; change it there. The numbers of a fall-back face: size-adjust is the mean letter width
   of the web font, measured, over that of the local font, published in @capsizecss/metrics 4.3.0; the overrides are
   the web font's own ascent, descent and line gap (hhea) divided by size-adjust. Optional: a font that comes late is kept for
   the next page, for to swap it under a reader's eyes moves lines, whatever the measures (0.1 to 0.14 of a phone's screen). */

${faces.join("\n")}`,
);

console.log(`together: ${total} bytes`);
if (total >= limit) {
  console.error(`over the limit of ${limit} bytes`);
  process.exitCode = 1;
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function points(text) {
  return Array.from(text, (character) => character.codePointAt(0));
}

// The packages put their own line where the licence wants the font's copyright notice: take that from the font.
async function licence(pack, face) {
  const text = await readFile(new URL("LICENSE", pack), "utf8");
  return `${face.getName(0, "en")}\n\n${text.slice(text.indexOf("This Font Software is licensed"))}`;
}

function webFace({ family, slug }, covered) {
  return `@font-face {
  font-family: "${family}";
  src: url("/fonts/${slug}.woff2") format("woff2");
  font-weight: ${weights.min} ${weights.max};
  font-style: normal;
  font-display: optional;
  unicode-range:
    ${unicodeRange(covered)};
}
`;
}

function fallbackFace(font, face, name, style) {
  const weight = style === "bold" ? weights.max : weights.min;
  const adjust = meanWidth(face, weight) / locals[name][style];
  const metric = (units) => percent(units / face.upem / adjust);
  const { ascender, descender, lineGap } = new hb.Font(face).hExtents();
  const sources = locals[name].names.map((local) => `local("${local}${style === "bold" ? " Bold" : ""}")`);
  console.log(`${font.fallback}, ${name} ${style}: size-adjust ${percent(adjust)}`);
  return `@font-face {
  font-family: "${font.fallback}";
  src: ${sources.join(", ")};
  font-weight: ${style === "bold" ? weights.max : `${weights.min} ${weights.max - 100}`};
  size-adjust: ${percent(adjust)};
  ascent-override: ${metric(ascender)};
  descent-override: ${metric(-descender)};
  line-gap-override: ${metric(lineGap)};
}
`;
}

function meanWidth(face, weight) {
  const font = new hb.Font(face);
  font.setVariations([new hb.Variation("wght", weight)]);
  let width = 0;
  let count = 0;
  for (const [character, times] of Object.entries(frequency)) {
    width += times * font.glyphHAdvance(font.nominalGlyph(character.codePointAt(0)));
    count += times;
  }
  return width / count / face.upem;
}

function percent(share) {
  return `${Number((share * 100).toFixed(2))}%`;
}

function hex(point) {
  return point.toString(16).toUpperCase().padStart(4, "0");
}

function unicodeRange(covered) {
  const sorted = [...new Set(covered)].toSorted((a, b) => a - b);
  const runs = [];
  for (const point of sorted) {
    const last = runs.at(-1);
    if (last && point === last.to + 1) last.to = point;
    else runs.push({ from: point, to: point });
  }
  return runs.map(({ from, to }) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ""}`).join(", ");
}
