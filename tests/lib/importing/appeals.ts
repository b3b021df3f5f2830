import fc from "fast-check";
import type { AppealContent } from "@/lib/importing/content";
import { foundChannels, foundKinds } from "@/lib/importing/schema";

const sentences: Record<string, string[]> = {
  en: [
    "He was taken from his home before dawn, and nobody has been told where he is held.",
    "From the first day she asked for a lawyer; she was given a form to sign instead.",
    "I write to you about a matter that cannot wait – please read this to its end.",
    "See https://example.org/a/very/long/path/that/nobody/should/tear/apart/because/it/leads/nowhere/then for more.",
    "The law (No. 12/2003, art. 4 §2) says: “no one shall be held for more than 48 hours”.",
  ],
  ar: ["اقتيد من منزله قبل الفجر، ولم يُخبَر أحد بمكان احتجازه.", "نطلب منكم أن تأمروا بالإفراج عنه فورًا ودون شروط."],
  zh: [
    "他在黎明前被带离家中，至今没有人知道他被关押在何处。",
    "我们请求您下令立即释放他，并公布他的下落。（详见附件）",
  ],
  ja: ["彼は夜明け前に自宅から連れ去られ、今もどこに拘束されているのか誰にも知らされていません。"],
  ko: [
    "그는 새벽에 집에서 끌려갔으며, 어디에 구금되어 있는지 아무도 알지 못합니다.",
    "즉시 석방해 주시기를 정중히 요청드립니다.",
  ],
  ru: ["Его увели из дома до рассвета, и никому не сообщили, где он находится."],
  he: ["הוא נלקח מביתו לפני עלות השחר, ואיש אינו יודע היכן הוא מוחזק."],
  hi: ["उन्हें भोर से पहले उनके घर से ले जाया गया और किसी को नहीं बताया गया कि वे कहाँ हैं।"],
  th: ["เขาถูกนำตัวออกจากบ้านก่อนรุ่งสาง และไม่มีใครได้รับแจ้งว่าเขาถูกควบคุมตัวอยู่ที่ใดจนถึงขณะนี้เลย"],
  vi: ["Ông bị đưa đi khỏi nhà trước bình minh, và không ai được biết ông đang bị giam ở đâu."],
};
const all = Object.values(sentences).flat();

/** What would be read as something else if nobody took care. */
const traps = [
  "From what we know",
  "> quoted once",
  ">> twice",
  ">From a mailbox",
  "-- ",
  "--",
  "-----Original Message-----",
  "=== STOP ===",
  "=== The letter ends ===",
  "===",
  "Fax: +44 1632 960123",
  "Subject: not one",
  "Write before: 2026-12-31",
  "Office: none",
  "البلد: هنا",
  "* a star",
  "*",
  "| a bar",
  "|",
  "\\",
  "ends in a backslash\\",
  "ends in a space ",
  " begins with one",
  "\ttab",
  "two  spaces",
  "[salutation]",
  "[closing]",
  "[your name]\n[your country]",
  "[your name]",
  "　全角の空白",
  "中文 中文",
  "On Monday somebody wrote:",
  "1. first",
  "a\u00a0b\u200dc",
  "x".repeat(100),
  "漢".repeat(60),
  "🙂".repeat(50),
  "(13 June 2002)",
  "&amp; =20 â€™ Ã©",
  "e\u0301\u0301\u0301",
  "From: somebody@example.org",
  "______________",
];

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...all) },
  { weight: 2, arbitrary: fc.constantFrom(...traps) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 90 }).filter(isText) },
);

/** Neither control characters nor line breaks of other kinds, as nobody can type them. */
function isText(text: string): boolean {
  return text.trim() !== "" && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff]/u.test(text);
}

const line = fc.oneof(
  words,
  fc.array(words, { minLength: 1, maxLength: 4 }).map((many) => many.join(" ")),
);
const short = fc.oneof(
  fc.constantFrom(
    "NKHR",
    "Ministry of Foreign Affairs",
    "وزارة الخارجية",
    "外交部",
    "Министр иностранных дел",
    "UA 12/26: x",
  ),
  words,
);
const lines = fc.array(line, { minLength: 1, maxLength: 5 }).map((many) => many.join("\n"));
const prose = fc.array(lines, { minLength: 1, maxLength: 5 }).map((many) => many.join("\n\n"));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });

const country = fc.constantFrom("CN", "KR", "SY", "IR", "MX", "GB", "DE", "EG", "BY", "TH");
const language = fc.constantFrom("en", "ar", "ko", "zh-Hant", "fa", "de", "pt-BR", "ja", "ckb");
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

const clock = fc.tuple(fc.nat(23), fc.nat(59)).map((both) => both.map((one) => String(one).padStart(2, "0")).join(":"));
const zone = fc.constantFrom(
  "UTC",
  "Asia/Shanghai",
  "Asia/Kathmandu",
  "Etc/GMT+5",
  "America/Argentina/Buenos_Aires",
  "America/Port-au-Prince",
);

const number = fc.oneof(
  fc.constantFrom("+441632960123", "+8227381077", "+525512345678", "+861065961109", "38277", "+35312345678"),
  fc.integer({ min: 1_000_000, max: 999_999_999_999 }).map((digits) => `+${digits}`),
);
const values = {
  email: fc.constantFrom(
    "minister@example.org",
    `${"long-name.".repeat(7)}office@ministry.of.affairs.example.net`,
    "ø@é.example",
  ),
  fax: number,
  telephone: number,
  post: lines,
  "web-form": fc.constantFrom("https://example.org/contact", `https://example.org/${"f/".repeat(60)}?q=a|b`),
} satisfies Record<(typeof foundChannels)[number], fc.Arbitrary<string>>;
const address = fc.oneof(...foundChannels.map((channel) => values[channel].map((value) => ({ channel, value }))));

const recipient = fc.record({
  role: fc.constantFrom("to" as const, "copy" as const),
  name: orNull(short),
  office: short,
  organisation: orNull(line),
  country: orNull(country),
  language: orNull(language),
  salutation: orNull(short),
  closing: orNull(lines),
  addresses: fc.array(address, { maxLength: 5 }),
});

const letter = fc.record({
  subject: orNull(line),
  opening: orNull(lines),
  body: fc.oneof({ weight: 9, arbitrary: prose }, { weight: 1, arbitrary: fc.constant("") }),
  closing: orNull(lines),
  signOff: orNull(lines),
  language: orNull(language),
});

/** Appeals as an organisation may write them, and as nobody should. */
export const anyAppeal: fc.Arbitrary<AppealContent> = fc
  .record({
    reference: orNull(short),
    kind: orNull(fc.constantFrom(...foundKinds)),
    title: orNull(line),
    originator: orNull(short),
    forwarder: orNull(short),
    language: orNull(language),
    country: orNull(country),
    dates: fc.record({ incident: orNull(day), issued: orNull(day), deadline: orNull(day) }),
    embassyOf: orNull(country),
    persons: fc.array(short, { maxLength: 4 }),
    recipients: fc.array(recipient, { maxLength: 5 }),
    letter: orNull(letter),
    note: orNull(prose),
    request: orNull(line),
    summary: orNull(prose),
    deadlineClock: orNull(fc.record({ time: clock, zone })),
    background: orNull(prose),
    requests: fc.array(prose, { maxLength: 6 }),
  })
  .map((appeal) => ({
    ...appeal,
    deadlineClock: appeal.dates.deadline === null ? null : appeal.deadlineClock,
    recipients: [
      ...appeal.recipients.filter(({ role }) => role === "to"),
      ...appeal.recipients.filter(({ role }) => role === "copy"),
    ],
  }));

/** An appeal as it should be. */
export const aloneAppeal: AppealContent = {
  reference: "UA 12/26",
  kind: "urgent_action",
  title: "Do not send him back",
  originator: "Example Network",
  forwarder: "Example Rights Desk",
  language: "en",
  country: "CN",
  dates: { incident: "2026-06-01", issued: "2026-06-13", deadline: "2026-06-30" },
  deadlineClock: { time: "18:00", zone: "Asia/Shanghai" },
  embassyOf: "CN",
  persons: [],
  recipients: [
    {
      role: "to",
      name: "Jo Example",
      office: "Minister of Foreign Affairs",
      organisation: "Ministry of Foreign Affairs",
      country: "CN",
      language: "zh",
      salutation: "Your Excellency,",
      closing: null,
      addresses: [
        { channel: "email", value: "minister@example.org" },
        { channel: "fax", value: "+441632960123" },
        { channel: "post", value: "1 Example Street\nExample City" },
      ],
    },
  ],
  letter: {
    subject: "Please do not send him back",
    opening: "Your Excellency,",
    body: "I write to you about a man who was taken from a consulate.\n\nI ask you not to send him back.",
    closing: "Yours sincerely,",
    signOff: null,
    language: "en",
  },
  note: null,
  request: "Tell his family where he is",
  summary: "A man was taken from a consulate.\n\nNobody has seen him since.",
  background: "On 1 June a man was taken from a consulate. Since then nobody has been told where he is held.",
  requests: ["Tell his family where he is held, and let them visit him there without delay.", "Do not send him back."],
};
