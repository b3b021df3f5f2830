/** Appeals of made-up people in the shapes real ones have: what is mutated. */
export const samples: string[] = [
  `Dear friends,
We forward an appeal by the Weavers¡¯ House (WH) in Port Meridian.
Urgent Appeals Programme
Asian House of Letters (AHL)
———————————
UA 14/04   FURTHER INFORMATION   4 May 2004
UTOPIA: Tomás Arce Ibáñez (m), aged 31
You can fax Ambassador Wen Bo at the embassy in Port Meridian at (82) 2/555-0177 and e-mail Minister Li Tao at <office@mfa.example>.
Please send copies to your embassy of Utopia. Appeals must arrive before 16 June 2004.
Your Excellency,
I am writing about the three weavers. I respectfully ask that they be released.
Sincerely,
Weavers¡¯ House`,
  `From: "Ana Ruiz" <ana@list.example>\nTo: actions@list.example\nSubject: =?utf-8?Q?L=E2=80=99appel?=\nDate: Tue, 4 May 2004 10:00:00 +0200

> > ACCIÓN URGENTE
> > Por favor, escriban a:
> >
> > Lic. Ramiro Estévez Quintal
> > Fiscal General de la República
> > Avenida de los Tejedores No. 1450, C.P. 11000
> > Fax: 011-52-55-0000-1234
> > Correo: fiscal@pgr.example
> >
> > Señor Fiscal:
> > Le pido que investigue la desaparici=C3=B3n de los tejedores =
> > y que informe a sus familias.
> > Atentamente,
> -- 
> lista de acciones http://lista.example/unsubscribe`,
  `Appelladressen:

Minister of Justice
The Hon. Aurelia Vandermeer
Ministry of Justice, Private Bag 7704
Causeway, Port Meridian, Republic of Utopia
Fax: + 44 (0)20 7946 0000 / 0044 20 7946 0001
E-Mail: minister@justice.example - office@justice.example

KOPIEN AN
Botschaft der Republik Utopia
Herrn Botschafter Jan Okello
Lindenstra\u00c3\u009fe 12, 10969 Berlin
Telefon: 030 - 555 01 23

Sehr geehrte Frau Ministerin,
ich schreibe Ihnen wegen der drei Weber.
Hochachtungsvoll`,
  `긴급행동
외교부 장관 귀하
서울특별시 종로구 세종로 77
전화: 02-2100-0000 팩스: +82-2-2100-0001
존경하는 장관님,
구금된 사람들의 석방을 요청합니다.
감사합니다.
±¹°¡Àα\u00c7À§¿øÈ¸`,
  `Cari amici,\nScrivete entro il 30 giugno 2005 all&#8217;ambasciatore:\nS.E. l?ambasciatore Wen Bo\nVia Bruxelles 56, 00198 Roma\nEgregio ambasciatore,\nle chiedo notizie di:\n- Tsering Dolma, (imprigionata dal 1987)\n1) Pasang\n2) Nyima\nCordiali saluti`,
  `Monsieur le Ministre,\nJe vous prie de bien vouloir vous pencher sur le sort des trois tisserands.\nVeuillez agr\u00e9er, Monsieur le Ministre, l\u2019expression de ma haute consid\u00e9ration.\nAddresses:\nPresident of the Republic\nFax +225 20 22 00 00\n| quoted\n| quoted too\n| and this\nExmo. Senhor Ministro,\nPeço a V. Exa. que liberte os presos.`,
  `شبكة النول\nنداء عاجل\nالمرجع: ق ع 12/2004\nالتاريخ: ٤ أيار/مايو ٢٠٠٤
يرجى الكتابة إلى السلطات ومطالبتها بما يلي:
أ) الكشف عن مكان النسّاجين؛
ب) الإفراج عنهم.
ترسل الرسائل إلى:
وزير العدل، السيد فلان الفلاني، شارع النول، فاكس: ٠٠٩٦٣١١٢٢٤٦٢٥٠
معالي الوزير،
أكتب إليكم بشأن النسّاجين الثلاثة.
وتفضلوا بقبول فائق الاحترام،`,
  `【紧急呼吁】织机人权组织\n编号：ZJ-2004-012　二〇〇四年五月四日
要求：\n一、立即释放三名织工；\n二、公布他们的下落。\n请寄往：
司法部部长\n王样本\n北京市东城区织机街14号\n传真：+86 10 5555 0100
尊敬的部长先生：\n我写信给您，是因为三名织工被带走。\n此致\n敬礼`,
  `| Office | Name | Fax | E-mail |\n|---|---|---|---|\n| Minister | Li Tao | +44 20 7946 0000 | li@mfa.example |\n| Warden | | (82) 2/555-0177 | |
Cargo\tNombre\tCorreo\nAlcalde\tJuan Ruiz\talcalde@villa.example
UA 14/04 - UTOPIA: WEAVERS\nUA 15/04 - ARCADIA: POTTERS`,
];

/** Pieces that recognisers and repairs look for, in any order. */
export const pieces: string[] = [
  "\n",
  "\n\n",
  " ",
  "  ",
  "\t",
  "> ",
  ">>",
  "| ",
  "- ",
  "-- \n",
  "—————",
  "****",
  "=",
  "=20\n",
  "=\n",
  "=E2=80=99",
  "&#8217;",
  "&amp;",
  "&nbsp;",
  "=?utf-8?B?",
  "?=",
  "¡¯",
  "¡°",
  "â€™",
  "Ã©",
  "вЂ™",
  "‚Äô",
  "鈥檚",
  "\ufffd",
  "l?a",
  "\u0092",
  "(",
  ")",
  "[..",
  "..]",
  "<",
  ">",
  "@",
  "a@b.example",
  "mailto:",
  "http://a.example/b?c=d&e",
  "www.",
  ".",
  ",",
  ":",
  ";",
  "/",
  "+",
  "+82",
  "(82) 2/738-1077",
  "011-52-",
  "0044 (0)20",
  "Fax: ",
  "Tel.",
  "E-mail: ",
  "Correo",
  "팩스:",
  "Dear ",
  "Your Excellency,\n",
  "Sehr geehrte",
  "Señor",
  "Cher",
  "존경하는",
  "Sincerely,\n",
  "Atentamente",
  "UA 14/04",
  "URGENT ACTION",
  "UTOPIA",
  "MINISTER",
  "Minister of ",
  "Ambassador",
  "embassy",
  "your country",
  "President Hu",
  "Copies to:",
  "4 May 2004",
  "2004-05-04",
  "30 giugno",
  "5월 4일",
  "Mr. ",
  "J.",
  "P.O. Box 7",
  "C.P. 11000",
  "Street 12",
  "aged 31",
  "(m)",
  "the ",
  "of ",
  "and ",
  "write ",
  "Please ",
  "before ",
  "released",
  "I",
  "a",
  "é",
  "ñ",
  "ß",
  "国",
  "요",
  "Ж",
  "ع",
  "، ",
  "؛ ",
  "٣ مايو ٢٠٠٤",
  "وزير ",
  "فاكس: ",
  "يرجى ",
  "معالي ",
  "شارع ",
  "部长",
  "传真：",
  "市",
  "12号",
  "二〇〇四年五月四日",
  "、",
  "。",
  "一、",
  "\u200f",
  "다음과 같이 요구한다.",
  "가. ",
  "씨",
  "| a | b |\n",
  "Fax | Name | Office\n",
  "wurde ",
  "festgenommen",
  "0",
  "1",
  "99999999",
  "\u0000",
  "\u200b",
  "\ud800",
  "😀",
];
