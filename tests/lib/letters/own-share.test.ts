import { expect, test } from "vitest";
import { ownLevel, ownPassages, ownShare, passagesOf } from "@/lib/letters/own-share";

const examples = {
  en: "I am writing to you about Kim Seong-min, who was taken from the consulate in Shenyang on 3 May. I ask you not to send him back.",
  ar: "أكتب إليكم بشأن كيم سونغ مين الذي اقتيد من القنصلية في شنيانغ. أطلب منكم ألا تعيدوه قسرا إلى بلده.",
  zh: "我就金成民一事致函阁下，他于五月三日在沈阳领事馆外被带走。我请求阁下不要将他遣返。",
  ko: "저는 5월 3일 선양 영사관에서 끌려간 김성민 씨에 관해 장관님께 글을 씁니다. 그를 돌려보내지 말아 주시기를 부탁드립니다.",
};
const own = {
  en: "My grandmother fled across that river in 1951, and she never saw her brothers again.",
  ar: "هربت جدتي عبر ذلك النهر عام ١٩٥١ ولم تر إخوتها بعد ذلك أبدا.",
  zh: "我的祖母在一九五一年渡过那条河逃难，从此再也没有见到她的兄弟。",
  ko: "제 할머니는 1951년에 그 강을 건너 피난하셨고 다시는 오빠들을 만나지 못하셨습니다.",
};
const languages = ["en", "ar", "zh", "ko"] as const;

test.each(languages)("the example as it is has nothing of one's own (%s)", (language) => {
  expect(ownShare(examples[language], passagesOf([examples[language]]))).toBe(0);
  expect(ownPassages(examples[language], passagesOf([examples[language]]))).toEqual([]);
});

test.each(languages)("other words are all one's own (%s)", (language) => {
  expect(ownShare(own[language], passagesOf([examples[language]]))).toBe(1);
});

test.each(languages)("a paragraph added to the example is a part (%s)", (language) => {
  const share = ownShare(`${examples[language]}\n\n${own[language]}`, passagesOf([examples[language]]));
  expect(share).toBeGreaterThan(0.25);
  expect(share).toBeLessThan(0.55);
});

test("case, accents, punctuation and white space make no words one's own", () => {
  const shouted = examples.en.toUpperCase().replaceAll(" ", "  \n").replaceAll(".", "…");
  expect(ownShare(shouted, passagesOf([examples.en]))).toBe(0);
  expect(ownShare("أكتبُ إليكم بشأنِ كيم ســـونغ مين", passagesOf([examples.ar]))).toBe(0);
});

test("a word changed here and there leaves most of it borrowed", () => {
  expect(ownShare(examples.en.replace("taken", "dragged"), passagesOf([examples.en]))).toBeLessThan(0.1);
});

test("nothing is nobody's", () => {
  expect(ownShare(" \n ", passagesOf([examples.en]))).toBe(0);
  expect(ownShare("", passagesOf([]))).toBe(0);
});

test("what is said of a letter", () => {
  expect(ownLevel(0)).toBe("like");
  expect(ownLevel(0.04), "a few words").toBe("like");
  expect(ownLevel(0.08), "two sentences").toBe("partly");
  expect(ownLevel(0.8)).toBe("mostly");
  expect(ownLevel(1, 0.97), "one's own, but as in many letters before").toBe("like");
});
