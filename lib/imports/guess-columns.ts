import { isPossiblePhoneNumber } from "libphonenumber-js/max";
import { z } from "zod";
import { folded, readCountry, readLanguage } from "./names";
import { type ImportField, importFields } from "./schema";

/** What people write over a column, folded; what is nothing of ours stands under "". */
const heads: Record<ImportField | "", string> = {
  office:
    "office title|office|title|position|post title|role|function|amt|poste|fonction|titre|cargo|puesto|должность|직책|직위|职务|職務|役職|المنصب",
  short: "short|short name|name|name of office|kurzname|nom court|nombre|название|기관명|简称|名称|الاسم المختصر",
  body: "body|institution|organisation|organization|ministry|department|agency|behorde|ministerium|ministere|ministerio|учреждение|министерство|기관|소속|부처|机构|部门|機関|省庁|الوزارة|الجهة",
  salutation: "salutation|greeting|anrede|formule d appel|saludo|обращение|인사말|호칭|称呼|敬称|التحية",
  holder:
    "holder|office holder|person|incumbent|full name|amtsinhaber|titulaire|titular|фио|имя|성명|이름|담당자|姓名|氏名|الاسم",
  country: "country|country code|land|pays|pais|страна|국가|나라|国家|國家|国|الدولة|البلد",
  host: "host|host country|gastland|pays hote|pays d accueil|pais anfitrion|страна пребывания|주재국|驻在国|駐在国|الدولة المضيفة",
  language: "language|lang|sprache|langue|idioma|язык|언어|语言|語言|言語|اللغة",
  email:
    "email|e mail|mail|e mails|emails|email address|e mail address|courriel|correo|correo electronico|почта|이메일|전자우편|电子邮件|邮箱|メール|البريد الالكتروني",
  fax: "fax|faxes|fax number|telefax|telecopie|факс|팩스|팩스번호|传真|傳真|ファックス|فاكس",
  post: "post|post address|postal address|address|mailing address|anschrift|postanschrift|adresse|adresse postale|direccion|адрес|주소|地址|住所|العنوان",
  web_form: "web form|webform|contact form|form|web|url|website|formulaire|formulario|웹사이트|网站",
  own_client: "own client|own mail|own mail program|from own mail program|writer s own mail|personal mail",
  timeZone: "time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria|часовой пояс|시간대|时区",
  tags: "tags|tag|labels|schlagworte|mots cles|etiquetas|метки|태그|标签|タグ",
  group: "group|groups|gruppe|groupe|grupo|группа|그룹|组|グループ",
  "": "phone|telephone|tel|mobile|cell|telefon|telefono|телефон|전화|전화번호|电话|電話|no|nr|id|#|번호|problem",
};

const known = new Map(
  Object.entries(heads).flatMap(([field, names]) =>
    names
      .split("|")
      .map((name): [string, ImportField | ""] => [folded(name), importFields.find((one) => one === field) ?? ""]),
  ),
);

/** Kinds of content that tell a column without a name. */
const contents: [ImportField, (cell: string) => boolean][] = [
  ["email", (cell) => cell.split(/[;,\s]+/).some((one) => z.email().safeParse(one).success)],
  ["web_form", (cell) => /^https?:\/\//i.test(cell)],
  ["timeZone", (cell) => /^[A-Z][a-z]+\/[A-Z][\w/+-]+$/.test(cell)],
  ["fax", (cell) => /^(?:\+|00)[\d ()./-]{6,}$/.test(cell) && isPossiblePhoneNumber(cell.replace(/^00/, "+"))],
  ["country", (cell) => readCountry(cell) !== ""],
  ["language", (cell) => readLanguage(cell) !== ""],
];

/** Whether the first row names the columns rather than being one of them. */
export function detectHeader(first: string[]): boolean {
  if (first.some((cell) => known.has(folded(cell)))) return true;
  return !first.some((cell) => contents.some(([, holds]) => cell.trim().length > 3 && holds(cell.trim())));
}

/** What each column is most likely to hold: by its name, else by what stands in most of its cells. */
export function guessColumns(head: string[] | null, rows: string[][]): (ImportField | "")[] {
  const width = Math.max(head?.length ?? 0, ...rows.map(({ length }) => length));
  const taken = new Set<ImportField>();
  const guessed = Array.from({ length: width }, (_, at): ImportField | "" | undefined => {
    const name = known.get(folded(head?.[at] ?? ""));
    if (name === undefined || (name && taken.has(name) && name !== "email" && name !== "fax")) return name && "";
    if (name) taken.add(name);
    return name;
  });
  return guessed.map((field, at) => {
    if (field !== undefined) return field;
    const found = ofContent(rows.map((row) => row[at]?.trim() ?? "").filter(Boolean));
    if (!found || taken.has(found)) return "";
    taken.add(found);
    return found;
  });
}

function ofContent(cells: string[]): ImportField | "" {
  if (cells.length === 0) return "";
  const kind = contents.find(([, holds]) => cells.filter(holds).length >= cells.length * 0.7);
  return kind?.[0] ?? "";
}

/** The language that titles are written in, as far as their script says. */
export function guessLanguage(texts: string[]): string {
  const all = texts.join("");
  if (/\p{Script=Hangul}/u.test(all)) return "ko";
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(all)) return "ja";
  if (/\p{Script=Han}/u.test(all)) return "zh";
  if (/\p{Script=Arabic}/u.test(all)) return "ar";
  return /\p{Script=Cyrillic}/u.test(all) ? "ru" : "en";
}
