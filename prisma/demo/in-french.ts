/** The demo appeal as a French-speaking writer tells it. */
export const inFrench = {
  minister: {
    office: "Ministre des affaires étrangères de la République populaire de Chine",
    short: "Ministre chinois des affaires étrangères",
    organisation: "Ministère des affaires étrangères",
    salutation: "Monsieur le Ministre,",
  },
  ambassador: {
    office: "Ambassadeur de la République populaire de Chine en République de Corée",
    short: "Ambassadeur de Chine à Séoul",
    organisation: "Ambassade de la République populaire de Chine, Séoul",
    salutation: "Monsieur l’Ambassadeur,",
  },
  text: {
    title: "Emmené de force du consulat de Corée du Sud à Pékin",
    request: "Ne le renvoyez pas",
    summary: `Deux personnes venues de Corée du Nord avaient demandé protection au consulat de Corée du Sud à Pékin. Le 13 juin 2002, la police chinoise y est entrée, a usé de la force contre les diplomates qui tentaient de protéger l’une d’elles et a emmené cet homme. Son fils, âgé de 18 ans, est l’un des 18 Nord-Coréens qui se trouvent encore à l’intérieur.

Si la Chine renvoie cet homme, il risque d’être puni pour avoir quitté la Corée du Nord. La Chine a adhéré aux traités qui interdisent de renvoyer des réfugiés vers le danger. En mai, elle a laissé partir pour la Corée du Sud des personnes emmenées du consulat du Japon à Shenyang. Vous pouvez demander à deux responsables de laisser partir sans danger cet homme, et celles et ceux qui sont au consulat.`,
    body: `## Ce qui s’est passé

Deux Nord-Coréens s’étaient présentés au consulat de Corée du Sud à Pékin dans l’espoir d’y obtenir l’asile. Selon l’Alliance des citoyens pour les droits de l’homme en Corée du Nord (NKHR), à Séoul, la police chinoise est entrée le 13 juin 2002 sans autorisation. Des diplomates sud-coréens ont tenté de protéger l’un des deux ; les policiers ont usé de la force contre eux et l’ont emmené. Il est détenu par la police. Son nom n’est pas public, et l’appel de NKHR ne dit pas où il se trouve.

En mai, la police chinoise avait emmené des Nord-Coréens du consulat du Japon à Shenyang. Un différend avec le Japon s’en est suivi, puis la Chine les a laissés partir. Ils ont gagné la Corée du Sud en passant par un autre pays et ont retrouvé leur famille.

Depuis, outre cet homme, 18 Nord-Coréens ont demandé l’asile au consulat de Corée du Sud à Pékin et s’y trouvent toujours. L’un d’eux est son fils, âgé de 18 ans.

## Pourquoi c’est important

La Corée du Nord considère comme un crime le fait de quitter le pays sans autorisation. Les personnes renvoyées risquent l’interrogatoire, la détention et le travail forcé ; celles qui ont tenté de gagner la Corée du Sud risquent des peines plus lourdes.

La Chine est partie à la Convention de 1951 relative au statut des réfugiés et à son Protocole de 1967. L’article 33 de la Convention interdit de renvoyer un réfugié là où sa vie ou sa liberté serait menacée, notamment en raison de ses opinions politiques. Toute personne qui demande l’asile doit donc être entendue avant que l’on décide de la renvoyer.

Les consulats sont eux aussi protégés. Selon l’article 31 de la Convention de Vienne sur les relations consulaires, les autorités du pays hôte ne peuvent pénétrer dans les locaux qui servent au travail consulaire sans le consentement du consulat ou de son ambassade.

Shenyang montre qu’une solution est possible. Rien de ce que l’on sait de cet homme ne justifie qu’il soit traité autrement.

## Ce que nous demandons

Nous demandons trois choses aux autorités chinoises :

- que cet homme ne soit pas renvoyé en Corée du Nord ;
- que lui-même et les 18 personnes du consulat puissent quitter la Chine sans danger ;
- que la Convention et son Protocole soient respectés dans tous les cas semblables.

NKHR a écrit au ministre des affaires étrangères, Tang Jiaxuan, et à l’ambassadeur à Séoul, Li Bin. Vous pouvez leur écrire aussi. Une lettre courte et courtoise, avec une demande claire, suffit.`,
    exampleNotice:
      "Ceci est un exemple historique de juin 2002, fourni avec le logiciel. Toutes les adresses y ont été remplacées par d’autres qui n’aboutissent nulle part : les lettres écrites ici n’arrivent donc à personne.",
    writeHint:
      "Prenez la lettre pour modèle et dites-la avec vos mots : beaucoup de lettres différentes en disent plus qu’une même lettre envoyée beaucoup de fois.",
  },
  letter: {
    subject: "Demande de ne pas renvoyer l’homme emmené du consulat de Corée du Sud à Pékin",
    opening: `{{salutation}}

Je vous écris à titre personnel au sujet du Nord-Coréen que la police chinoise a emmené du consulat de Corée du Sud à Pékin le 13 juin 2002.`,
    body: `Selon l’Alliance des citoyens pour les droits de l’homme en Corée du Nord, à Séoul, des policiers sont entrés dans le consulat et ont emmené cet homme de force, bien que des diplomates aient tenté de le protéger. Son fils, âgé de 18 ans, est l’un des 18 Nord-Coréens qui se trouvent encore au consulat. Tous sont venus y demander protection.

La Chine est partie à la Convention de 1951 relative au statut des réfugiés et à son Protocole de 1967. L’article 33 de la Convention interdit de renvoyer un réfugié là où sa vie ou sa liberté serait menacée, notamment en raison de ses opinions politiques. Les personnes renvoyées en Corée du Nord y sont punies pour l’avoir quittée, et je crains que cet homme ne le soit aussi.

Je sais que de tels cas demandent du tact entre gouvernements. En mai 2002, votre gouvernement a trouvé le moyen de laisser les personnes emmenées du consulat du Japon à Shenyang gagner la Corée du Sud par un autre pays, et j’espère qu’il le trouvera de nouveau. Je vous demande respectueusement que cet homme ne soit pas renvoyé en Corée du Nord.`,
    closing: `Je vous demande aussi que cet homme et les 18 personnes du consulat puissent quitter la Chine sans danger.

Je vous prie d’agréer l’expression de ma très haute considération.
{{name}}
{{country}}`,
    requests: [
      "Je vous demande respectueusement que cet homme ne soit pas renvoyé en Corée du Nord.",
      "Je vous demande aussi que cet homme et les 18 personnes du consulat puissent quitter la Chine sans danger.",
    ],
    ownWordsPrompt: "Qui êtes-vous, et pourquoi cela vous touche-t-il ?",
  },
} as const;
