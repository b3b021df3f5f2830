/** 400 offices with all their numbers, 50 kB: the most there can be to find in a text. */
export const addressList = Array.from(
  { length: 400 },
  (_, n) => `${n + 1}. Mr. Tomás Okello ${"abcdefghij"[n % 10]}ra
Minister of Letters ${n}
${n} Weavers' Road
Port Meridian 1${n}
KENYA
Tel: +254 20 555 ${1000 + n}
Fax: +254 20 556 ${1000 + n}
E-mail: office${n}@letters${n}.example
`,
)
  .join("\n")
  .slice(0, 50_000);
