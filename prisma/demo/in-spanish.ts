/** The demo appeal as a Spanish-speaking writer tells it. */
export const inSpanish = {
  minister: {
    office: "Ministro de Asuntos Exteriores de la República Popular China",
    short: "Ministro de Asuntos Exteriores de China",
    organisation: "Ministerio de Asuntos Exteriores",
    salutation: "Excelentísimo señor ministro:",
  },
  ambassador: {
    office: "Embajador de la República Popular China en la República de Corea",
    short: "Embajador de China en Seúl",
    organisation: "Embajada de la República Popular China, Seúl",
    salutation: "Excelentísimo señor embajador:",
  },
  text: {
    title: "Sacado a la fuerza del consulado de Corea del Sur en Pekín",
    request: "No lo devuelvan",
    summary: `Dos personas de Corea del Norte habían acudido al consulado de Corea del Sur en Pekín para pedir protección. El 13 de junio de 2002 la policía china entró, usó la fuerza contra los diplomáticos que intentaban proteger a una de ellas y se llevó a ese hombre. Su hijo, de 18 años, es uno de los 18 norcoreanos que siguen dentro.

Si China lo devuelve, corre el riesgo de que lo castiguen por haber salido de Corea del Norte. China es parte en los tratados que prohíben devolver a los refugiados al peligro. En mayo dejó viajar a Corea del Sur a unas personas sacadas del consulado de Japón en Shenyang. Usted puede pedir a dos responsables que dejen salir sin peligro también a este hombre y a quienes están en el consulado.`,
    body: `## Qué ocurrió

Dos norcoreanos habían acudido al consulado de Corea del Sur en Pekín con la esperanza de obtener asilo. Según la Alianza Ciudadana por los Derechos Humanos en Corea del Norte (NKHR), de Seúl, la policía china entró el 13 de junio de 2002 sin permiso. Diplomáticos surcoreanos intentaron proteger a uno de los dos; los agentes usaron la fuerza contra ellos y se lo llevaron. Está detenido por la policía. Su nombre no es público, y el llamamiento de NKHR no dice dónde se encuentra.

En mayo, la policía china había sacado a unos norcoreanos del consulado de Japón en Shenyang. Siguió un conflicto con Japón; después China los dejó marchar. Llegaron a Corea del Sur a través de otro país y están de nuevo con su familia.

Desde entonces, además de este hombre, 18 norcoreanos han pedido asilo en el consulado de Corea del Sur en Pekín y siguen dentro. Uno de ellos es su hijo, de 18 años.

## Por qué importa

Corea del Norte considera delito salir del país sin permiso. Quienes son devueltos se arriesgan a interrogatorios, detención y trabajos forzados, y el castigo puede ser más duro para quienes intentaron llegar a Corea del Sur.

China es parte en la Convención sobre el Estatuto de los Refugiados de 1951 y en su Protocolo de 1967. El artículo 33 de la Convención prohíbe devolver a un refugiado a un lugar donde su vida o su libertad peligren por motivos como sus opiniones políticas. Por eso, a quien pide asilo se le debe escuchar antes de decidir si se le devuelve.

También los consulados están protegidos. Según el artículo 31 de la Convención de Viena sobre Relaciones Consulares, las autoridades del país anfitrión no pueden entrar en la parte destinada al trabajo consular sin el consentimiento del consulado o de su embajada.

Shenyang demuestra que se puede encontrar una solución. Nada de lo que se sabe de este hombre es motivo para tratarlo de otra manera.

## Qué pedimos

Pedimos tres cosas a las autoridades chinas:

- que este hombre no sea devuelto a Corea del Norte;
- que él y las 18 personas del consulado puedan salir de China sin peligro;
- que la Convención y su Protocolo se cumplan en todos los casos semejantes.

NKHR ha escrito al ministro de Asuntos Exteriores, Tang Jiaxuan, y al embajador en Seúl, Li Bin. Usted también puede escribirles. Basta una carta breve y cortés con una petición clara.`,
    exampleNotice:
      "Este es un ejemplo histórico de junio de 2002 que viene con el programa. Todas las direcciones se sustituyeron por otras que no llegan a nadie, así que las cartas que se escriben aquí no van a ninguna parte.",
    writeHint:
      "Tome la carta como modelo y dígalo con sus propias palabras: muchas cartas distintas dicen más que una misma carta enviada muchas veces.",
  },
  letter: {
    subject: "Petición de que no se devuelva al hombre sacado del consulado de Corea del Sur en Pekín",
    opening: `{{salutation}}

Le escribo a título personal sobre el norcoreano al que la policía china sacó del consulado de Corea del Sur en Pekín el 13 de junio de 2002.`,
    body: `Según la Alianza Ciudadana por los Derechos Humanos en Corea del Norte, de Seúl, unos agentes entraron en el consulado y se llevaron a este hombre por la fuerza, aunque los diplomáticos intentaron protegerlo. Su hijo, de 18 años, es uno de los 18 norcoreanos que siguen en el consulado. Todos acudieron a pedir protección.

China es parte en la Convención sobre el Estatuto de los Refugiados de 1951 y en su Protocolo de 1967. El artículo 33 de la Convención prohíbe devolver a un refugiado a un lugar donde su vida o su libertad peligren por motivos como sus opiniones políticas. A quienes son devueltos a Corea del Norte se les castiga por haber salido del país, y me preocupa que a él le ocurra lo mismo.

Sé que estos casos exigen prudencia entre gobiernos. En mayo de 2002 su gobierno encontró la manera de que las personas sacadas del consulado de Japón en Shenyang llegaran a Corea del Sur a través de otro país, y confío en que la encuentre de nuevo. Le pido respetuosamente que este hombre no sea devuelto a Corea del Norte.`,
    closing: `Le pido también que este hombre y las 18 personas del consulado puedan salir de China sin peligro.

Reciba el testimonio de mi más alta consideración.
{{name}}
{{country}}`,
    requests: [
      "Le pido respetuosamente que este hombre no sea devuelto a Corea del Norte.",
      "Le pido también que este hombre y las 18 personas del consulado puedan salir de China sin peligro.",
    ],
    ownWordsPrompt: "¿Quién es usted y por qué le importa esto?",
  },
} as const;
