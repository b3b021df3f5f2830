import { inChinese } from "./in-chinese";
import { inFrench } from "./in-french";
import { inKorean } from "./in-korean";
import { inSpanish } from "./in-spanish";

/**
 * The appeal that comes with the software: a case of June 2002, retold from its facts. The wording is ours, not that of the
 * organisations named; every address reaches nobody (RFC 2606 §3, and a telephone number reserved for fiction).
 */
export const demoAppeal = {
  organisation: { name: "Example Human Rights Desk" },
  slug: "do-not-send-him-back",
  case: {
    title: "The man taken from South Korea’s consulate in Beijing",
    country: "CN",
    summary:
      "Chinese police took a North Korean man from South Korea’s consulate in Beijing on 13 June 2002. He is in custody and at risk of being returned to North Korea.",
  },
  person: { pronoun: "he", note: "Name not public. His son, aged 18, is among the 18 people at the consulate." },
  provenance: {
    originator: "Citizens’ Alliance for North Korean Human Rights",
    originatorPlace: "Seoul",
    forwarder: "Asian Human Rights Commission",
    forwarderPlace: "Hong Kong",
    incidentOn: "2002-06-13",
  },
  original: `[Retold for this example. Neither organisation wrote these words, and the addresses reach nobody.]

To our members and readers,

We pass on an appeal from the Citizens’ Alliance for North Korean Human Rights (NKHR) in Seoul. It concerns a North Korean man whom Chinese police took from South Korea’s consulate in Beijing. A letter from you may help to keep him from being returned.

With thanks,
Asian Human Rights Commission (AHRC)
Hong Kong

------------------------------------------------------------

NKHR sent the letter below to two officials and hopes that others will write as well:

Tang Jiaxuan, Minister of Foreign Affairs of the People’s Republic of China
E-mail: minister@mfa.example.org

Li Bin, Ambassador of the People’s Republic of China to the Republic of Korea
Fax: +1 202 555 0143

Your Excellency,

On 13 June 2002 Chinese police entered South Korea’s consulate in Beijing, where two North Koreans were seeking asylum. Diplomats tried to protect one of them; the police used force and took him away. His son, who is 18, is one of 18 North Koreans at the same consulate.

In May your government let the people taken from Japan’s consulate in Shenyang go on to South Korea. We ask for the same decision now. China has accepted the 1951 Convention relating to the Status of Refugees and its 1967 Protocol, and this man would face punishment if he were returned.

We request that he not be sent to North Korea, and that all 19 be allowed to leave China in safety.

Respectfully,
Citizens’ Alliance for North Korean Human Rights
`,
  recipients: [
    {
      role: "to",
      holder: "Tang Jiaxuan",
      country: "CN",
      timeZone: "Asia/Shanghai",
      channel: "email",
      address: "minister@mfa.example.org",
      texts: {
        en: {
          office: "Minister of Foreign Affairs of the People’s Republic of China",
          short: "Foreign Minister of China",
          organisation: "Ministry of Foreign Affairs",
          salutation: "Your Excellency,",
        },
        ar: {
          office: "وزير خارجية جمهورية الصين الشعبية",
          short: "وزير الخارجية الصيني",
          organisation: "وزارة الخارجية",
          salutation: "معالي الوزير،",
        },
        fr: inFrench.minister,
        es: inSpanish.minister,
        zh: inChinese.minister,
        ko: inKorean.minister,
      },
    },
    {
      role: "to",
      holder: "Li Bin",
      country: "CN",
      timeZone: "Asia/Seoul",
      channel: "fax",
      address: "+12025550143",
      texts: {
        en: {
          office: "Ambassador of the People’s Republic of China to the Republic of Korea",
          short: "Ambassador of China in Seoul",
          organisation: "Embassy of the People’s Republic of China, Seoul",
          salutation: "Your Excellency,",
        },
        ar: {
          office: "سفير جمهورية الصين الشعبية لدى جمهورية كوريا",
          short: "السفير الصيني في سيول",
          organisation: "سفارة جمهورية الصين الشعبية، سيول",
          salutation: "سعادة السفير،",
        },
        fr: inFrench.ambassador,
        es: inSpanish.ambassador,
        zh: inChinese.ambassador,
        ko: inKorean.ambassador,
      },
    },
  ],
  texts: {
    en: {
      title: "Taken from South Korea’s consulate in Beijing",
      request: "Do not send him back",
      summary: `Two people from North Korea had come to South Korea’s consulate in Beijing to ask for protection. On 13 June 2002 Chinese police went in, used force against the diplomats who tried to protect one of them, and took the man away. His son, who is 18, is one of 18 North Koreans still inside.

If China returns the man, he risks punishment for having left North Korea. China has joined the treaties that forbid sending refugees back to danger. In May it let people taken from Japan’s consulate in Shenyang travel to South Korea. You can ask two officials to let this man, and those in the consulate, leave in safety too.`,
      body: `## What happened

Two North Koreans had come to South Korea’s consulate in Beijing, hoping for asylum. According to the Citizens’ Alliance for North Korean Human Rights (NKHR) in Seoul, Chinese police came in on 13 June 2002 and had no permission. South Korean diplomats tried to protect one of the two; the police used force against them and took the man away. He is in police custody. His name is not public, and NKHR’s appeal does not say where he is held.

In May, Chinese police had taken North Koreans from Japan’s consulate in Shenyang. A dispute with Japan followed; then China let them go. They travelled through another country to South Korea and are with their family again.

Since then, besides this man, 18 North Koreans have sought asylum at South Korea’s consulate in Beijing and are still inside. One of them is his son, who is 18.

## Why it matters

North Korea treats leaving the country without permission as a crime. People who are returned risk interrogation, detention and forced labour, and those who tried to reach South Korea risk harsher punishment.

China is a party to the 1951 Convention relating to the Status of Refugees and to its 1967 Protocol. Article 33 of the Convention forbids returning refugees to a place where their life or freedom would be threatened for reasons such as their political opinion. So a person who asks for asylum should be heard before anyone decides to return them.

Consulates are protected too. Under Article 31 of the Vienna Convention on Consular Relations, the host country’s authorities may not enter the part used for consular work without consent from the consulate or its embassy.

Shenyang shows that a solution can be found. Nothing known about this man is a reason to treat him differently.

## What we ask

We request three things of China’s authorities:

- that this man not be returned to North Korea;
- that he and the 18 people in the consulate be allowed to leave China in safety;
- that the Convention and its Protocol be kept in every such case.

NKHR has written to the foreign minister, Tang Jiaxuan, and to the ambassador in Seoul, Li Bin. You can write to them too. A short, courteous letter with one clear request is enough.`,
      exampleNotice:
        "This is a historical example from June 2002 that comes with the software. All addresses in it were replaced by ones that reach nobody, so letters written here go nowhere.",
      writeHint:
        "Take the letter as a model and say it in your own words: many different letters tell an office more than one letter sent many times.",
    },
    ar: {
      title: "رجل اقتيد من قنصلية كوريا الجنوبية في بكين",
      request: "لا تعيدوه إلى كوريا الشمالية",
      summary: `لجأ شخصان من كوريا الشمالية إلى قنصلية كوريا الجنوبية في بكين طلبًا للحماية. وفي 13 يونيو/حزيران 2002 دخلت الشرطة الصينية القنصلية، واستخدمت القوة ضد الدبلوماسيين الذين حاولوا حماية أحد الشخصين، ثم اقتادت ذلك الرجل. ولا يزال في القنصلية 18 شخصًا من كوريا الشمالية، منهم ابنه البالغ من العمر 18 عامًا.

وإذا أُعيد الرجل إلى كوريا الشمالية فقد يُعاقَب على مغادرتها. والصين طرف في المعاهدات التي تحظر إعادة اللاجئين إلى حيث يتهددهم الخطر، وقد سمحت في مايو/أيار لأشخاص أُخذوا من القنصلية اليابانية في شنيانغ بالسفر إلى كوريا الجنوبية. ويمكنكم أن تطلبوا من مسؤولَين صينيَّين السماح لهذا الرجل ولمن في القنصلية بالمغادرة بأمان أيضًا.`,
      body: `## ما حدث

دخل شخصان من كوريا الشمالية قنصلية كوريا الجنوبية في بكين أملًا في الحصول على اللجوء. ويفيد تحالف المواطنين من أجل حقوق الإنسان في كوريا الشمالية، ومقره سيول، بأن الشرطة الصينية دخلت القنصلية في 13 يونيو/حزيران 2002 من دون إذن. وحاول دبلوماسيون من كوريا الجنوبية حماية أحد الشخصين، فاستخدم رجال الشرطة القوة ضدهم واقتادوا الرجل. وهو الآن محتجز لدى الشرطة. واسمه غير معلن، ولا تذكر مناشدة التحالف مكان احتجازه.

وفي مايو/أيار كانت الشرطة الصينية قد أخرجت أشخاصًا من كوريا الشمالية من القنصلية اليابانية في شنيانغ، فنشأ خلاف مع اليابان، ثم سمحت لهم الصين بالرحيل. وقد وصلوا إلى كوريا الجنوبية مرورًا ببلد آخر، واجتمع شملهم بذويهم.

ومنذ ذلك الحين طلب اللجوءَ في قنصلية كوريا الجنوبية في بكين 18 شخصًا من كوريا الشمالية، عدا هذا الرجل، وهم لا يزالون فيها. ومن بينهم ابنه البالغ من العمر 18 عامًا.

## أهمية القضية

تعدّ كوريا الشمالية مغادرة البلاد من دون إذن جريمة. ومن يُعادون إليها معرضون للاستجواب والاحتجاز والعمل القسري، ويشتد العقاب على من حاول الوصول إلى كوريا الجنوبية.

والصين طرف في الاتفاقية الخاصة بوضع اللاجئين لعام 1951 وفي بروتوكولها لعام 1967. وتحظر المادة 33 من الاتفاقية إعادة اللاجئ إلى مكان تكون فيه حياته أو حريته مهددة لأسباب منها آراؤه السياسية. ولذلك ينبغي الاستماع إلى كل من يطلب اللجوء قبل اتخاذ أي قرار بإعادته.

وللقنصليات حرمتها أيضًا؛ فبموجب المادة 31 من اتفاقية فيينا للعلاقات القنصلية، لا يجوز لسلطات البلد المضيف أن تدخل الجزء المخصص للعمل القنصلي إلا بموافقة القنصلية أو سفارة بلدها.

وتدل قضية شنيانغ على أن الحل ممكن. وليس فيما يُعرف عن هذا الرجل ما يدعو إلى معاملته معاملة مختلفة.

## ما نطلبه

نطلب من السلطات الصينية:

- ألا تعيد هذا الرجل إلى كوريا الشمالية؛
- أن تسمح له وللأشخاص الثمانية عشر الموجودين في القنصلية بمغادرة الصين بأمان؛
- أن تلتزم بالاتفاقية وبروتوكولها في كل حالة مماثلة.

وقد كتب التحالف إلى وزير الخارجية، السيد تانغ جياشيوان، وإلى السفير الصيني في سيول، السيد لي بين. ويمكنكم أن تكتبوا إليهما أيضًا. وتكفي رسالة قصيرة مهذبة فيها طلب واحد واضح.`,
      exampleNotice:
        "هذا مثال تاريخي من يونيو/حزيران 2002 يأتي مع البرنامج. وقد استُعيض عن جميع العناوين الأصلية بعناوين لا يتلقى أحد ما يُرسل إليها، ولذلك لا تصل الرسائل المكتوبة هنا إلى أي جهة.",
      writeHint:
        "اتخذوا هذه الرسالة نموذجًا واكتبوا مضمونها بكلماتكم أنتم؛ فرسائل كثيرة مختلفة أبلغ من رسالة واحدة مكررة.",
    },
    fr: inFrench.text,
    es: inSpanish.text,
    zh: inChinese.text,
    ko: inKorean.text,
  },
  letters: {
    en: {
      subject: "Request not to return the man taken from South Korea’s consulate in Beijing",
      opening: `{{salutation}}

I write to you as a private person about the North Korean man whom Chinese police took from South Korea’s consulate in Beijing on 13 June 2002.`,
      body: `According to the Citizens’ Alliance for North Korean Human Rights in Seoul, police officers entered the consulate and took the man away by force, although diplomats tried to protect him. His son, who is 18, is one of 18 North Koreans who remain in the consulate. All of them came to ask for protection.

China is a party to the 1951 Convention relating to the Status of Refugees and to its 1967 Protocol. Article 33 of the Convention forbids returning refugees to a place where their life or freedom would be threatened for reasons such as their political opinion. People who are returned to North Korea face punishment for having left it, and I am concerned that he would too.

I know that such cases require care between governments. In May 2002 your government found a way for the people taken from Japan’s consulate in Shenyang to reach South Korea through another country, and I hope that it will find one again. I respectfully request that this man not be returned to North Korea.`,
      closing: `I also request that this man and the 18 people in the consulate be allowed to leave China in safety.

Respectfully,
{{name}}
{{country}}`,
      requests: [
        "I respectfully request that this man not be returned to North Korea.",
        "I also request that this man and the 18 people in the consulate be allowed to leave China in safety.",
      ],
      ownWordsPrompt: "Who are you, and why does this concern you?",
    },
    ar: {
      subject: "طلب عدم إعادة الرجل الذي اقتيد من قنصلية كوريا الجنوبية في بكين",
      opening: `{{salutation}}

تحية طيبة وبعد، فإنني أكتب إليكم بصفتي الشخصية بشأن الرجل القادم من كوريا الشمالية الذي اقتادته الشرطة الصينية من قنصلية كوريا الجنوبية في بكين يوم 13 يونيو/حزيران 2002.`,
      body: `أفاد تحالف المواطنين من أجل حقوق الإنسان في كوريا الشمالية، ومقره سيول، بأن أفرادًا من الشرطة دخلوا القنصلية واقتادوا الرجل بالقوة، مع أن الدبلوماسيين حاولوا حمايته. ولا يزال في القنصلية 18 شخصًا من كوريا الشمالية، منهم ابنه البالغ من العمر 18 عامًا، وقد جاؤوا جميعًا طلبًا للحماية.

والصين طرف في الاتفاقية الخاصة بوضع اللاجئين لعام 1951 وفي بروتوكولها لعام 1967. وتحظر المادة 33 من الاتفاقية إعادة اللاجئ إلى مكان تكون فيه حياته أو حريته مهددة لأسباب منها آراؤه السياسية. ومن يُعادون إلى كوريا الشمالية معرضون للعقاب على مغادرتها، وأخشى أن يلقى هذا الرجل المصير نفسه.

وأدرك أن قضايا كهذه تستدعي من الحكومات التروي والتشاور. وقد وجدت حكومتكم الموقرة في مايو/أيار 2002 سبيلًا لوصول من أُخذوا من القنصلية اليابانية في شنيانغ إلى كوريا الجنوبية مرورًا ببلد آخر، وآمل أن تجد اليوم سبيلًا مماثلًا. وألتمس منكم ألا يُعاد هذا الرجل إلى كوريا الشمالية.`,
      closing: `وأرجو كذلك أن يُسمح لهذا الرجل وللأشخاص الثمانية عشر الموجودين في القنصلية بمغادرة الصين بأمان.

وتفضلوا بقبول فائق الاحترام والتقدير،
{{name}}
{{country}}`,
      requests: [
        "وألتمس منكم ألا يُعاد هذا الرجل إلى كوريا الشمالية.",
        "وأرجو كذلك أن يُسمح لهذا الرجل وللأشخاص الثمانية عشر الموجودين في القنصلية بمغادرة الصين بأمان.",
      ],
      ownWordsPrompt: "من أنتم، ولماذا تعنيكم هذه القضية؟",
    },
    fr: inFrench.letter,
    es: inSpanish.letter,
    zh: inChinese.letter,
    ko: inKorean.letter,
  },
} as const;
