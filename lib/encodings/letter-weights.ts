/** The commonest signs of running text, as far as they tell encodings apart. */
const hangul =
  "이다는을를의에가하고은로지한사도서기어자인대부해아정리나시일그과여수니들전보라주장만상제으게조공안우원구성있말선국경동신유적관중위비화회오문식민계연것모방무생발북업내명실개진반당용소년세살등체법와까않던며면저더했었습외치포석방송교난권범죄현행강요청각하귀께존드립";
const simplified =
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运释捕警逮";
const traditional =
  "這個們來為國時說會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話給門兒東聲員論處義幾認條係氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬覺術領傳師觀讓識帶導爭運釋";
const cyrillic = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф";
const greek = "αοιετσνηυρπκμλωςγδχθφβξζψάέήίόύώ";
const arabic = "اليمنورتبعدسفهكةقحجشصىطخأذءئغضزثإؤظآ";
const hebrew = "יוהלאתברםמשנכדעחקפטגסזץןךף";

/** Letters by the Latin alphabets that use them, with what they weigh. */
const latin: [string, number][] = [
  ["éèàáíóúñçãõêôâîäöüßëïûùìòœÉÀÁÓÚÑÇÄÖÜÊÍå", 1],
  ["øæØÅÆ", 0.9],
  ["ąęłśżźćńŁŚŻŹčšžřěůýőűťďňŠŽČŘŇđĐșțăşţĂĽľŕ", 0.9],
  ["ğışİŞĞ", 1],
  ["āēīūļķņģėįųĒĀŠŪ", 0.6],
  ["ơưĂđẢạ", 0.4],
];

/** How much a sign that is not ASCII speaks for the encoding that gave it, from 0 (nothing) to 1. */
export const letterWeights = new Map<string, number>([
  ...weighed(hangul, 1.1),
  ...weighed(simplified, 1),
  ...weighed(traditional, 1),
  ...descending(cyrillic),
  ...descending(greek),
  ...descending(arabic),
  ...descending(hebrew),
  ...latin.flatMap(([letters, weight]) => weighed(letters, weight)),
]);

function weighed(letters: string, weight: number): [string, number][] {
  return Array.from(letters, (letter) => [letter, weight]);
}

function descending(letters: string): [string, number][] {
  return Array.from(letters, (letter, at) => [letter, 1.1 - (0.8 * at) / letters.length]);
}
