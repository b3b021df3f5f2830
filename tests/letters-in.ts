import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import type { World } from "./factories";

/** The same letter in languages a campaign of the factories has none in; each of three paragraphs but for the French one. */
export const lettersIn = {
  "zh-Hans": {
    subject: "请勿遣返从韩国驻华使馆被带走的人",
    opening: "{{salutation}}\n\n我以个人身份就2002年6月13日在北京被带走的一名朝鲜男子致信。",
    body: "据首尔的民间团体介绍，警察进入领事馆，用武力将他带走。他的儿子今年十八岁。\n\n恳请贵国不要将他遣返。",
    closing: "此致\n敬礼\n\n{{name}}\n{{country}}",
    office: "中华人民共和国外交部部长",
    short: "中国外交部长",
    salutation: "尊敬的部长阁下：",
  },
  ko: {
    subject: "한국 영사부에서 끌려간 사람을 돌려보내지 말아 주십시오",
    opening: "{{salutation}}\n\n2002년 6월 13일 베이징에서 끌려간 북한 남성에 관하여 개인 자격으로 편지를 드립니다.",
    body: "서울의 민간단체에 따르면 경찰이 영사부에 들어와 무력으로 그를 데려갔습니다. 그의 아들은 열여덟 살입니다.\n\n그를 돌려보내지 말아 주시기를 부탁드립니다.",
    closing: "삼가 올립니다.\n\n{{name}}\n{{country}}",
    office: "중화인민공화국 외교부장",
    short: "중국 외교부장",
    salutation: "존경하는 장관님께,",
  },
  fr: {
    subject: "Ne renvoyez pas l’homme emmené du consulat",
    opening: "{{salutation}}",
    body: "Je vous écris à titre personnel au sujet d’un homme emmené de force d’un consulat à Pékin. Je vous demande de ne pas le renvoyer.",
    closing: "Je vous prie d’agréer l’expression de ma haute considération.\n\n{{name}}\n{{country}}",
    office: "Ministre des Affaires étrangères",
    short: "Ministre des Affaires étrangères",
    salutation: "Monsieur le Ministre,",
  },
} as const;

export type LetterIn = keyof typeof lettersIn;

/** Adds the letter to everybody in these languages, and the names of both offices in them. */
export async function addLetters({ organisation, revision, minister, ambassador }: World, languages: LetterIn[]) {
  const organisationId = organisation.id;
  for (const language of languages) {
    const { office, short, salutation, ...letter } = lettersIn[language];
    const of = { organisationId, language };
    await db().sampleLetter.create({ data: { id: uuidv7(), revisionId: revision.id, ...of, ...letter } });
    const texts = [minister, ambassador].map(({ id }) => ({ recipientId: id, ...of, office, short, salutation }));
    await db().recipientText.createMany({ data: texts });
  }
}
