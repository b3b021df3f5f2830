import { expect, test } from "vitest";
import { seemsSaid } from "@/lib/letters/seems-said";

const said: [line: string, text: string][] = [
  ["Do not send Kim Seong-min back to North Korea.", "Please do not ever send Mr Kim Seong-min back to North Korea."],
  ["Release him immediately and unconditionally", "I ask that he be released, immediately and without conditions"],
  ["Let him see a lawyer of his own choice", "He should see a lawyer, and the choice should be his"],
  ["27 May 1998", "what happened on 27 May 1998 is known"],
  ["不要将他遣返", "我请求阁下不要将他遣返回国"],
  ["그를 북한으로 돌려보내지 마십시오", "부디 그를 북한에 돌려보내지 말아 주십시오"],
  ["الإفراج الفوري عن كيم", "أرجو الإفراج عن كيم فورا وإفراجا فوريا"],
];

test.each(said)("“%s” is said", (line, text) => {
  expect(seemsSaid(line, text)).toBe(true);
});

test.each([
  ["Do not send Kim Seong-min back to North Korea.", "I write to you about the weather and the harvest."],
  ["Release him immediately and unconditionally", ""],
  ["27 May 1998", "in May of that year"],
  ["不要将他遣返", "我是一名教师"],
  ["그를 북한으로 돌려보내지 마십시오", "저는 교사입니다"],
])("“%s” is not", (line, text) => {
  expect(seemsSaid(line, text)).toBe(false);
});
