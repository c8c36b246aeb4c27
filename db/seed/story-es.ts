import type { Ailment } from './ailments';

/** The same stories as people tell them in Spanish. */
export const ES = {
  openings: [
    'Llevo {months} con este dolor y ya no aguanto.',
    'Desde hace {months} tengo dolor, empezó cargando cajas en el trabajo.',
    'El dolor empezó hace {months} sin razón.',
    'Hace {months} me agaché y sentí un tirón.',
    'Tengo {months} con el mismo problema, lo peor es {worst} de 10.',
  ],
  feels: {
    leg: [
      'Me baja por la pierna, lado {side}, hasta el pie.',
      'La pierna se me duerme, lado {side}, y arde como fuego.',
      'Al caminar una cuadra me tengo que sentar.',
    ],
    back: ['El dolor se queda en la cintura, no baja a las piernas.', 'Por las mañanas no me puedo enderezar.'],
    arm: [
      'Me corre por el brazo, lado {side}, y los dedos están dormidos.',
      'De noche el brazo se me duerme, lado {side}.',
    ],
    neck: [
      'No puedo voltear la cabeza para manejar.',
      'Me duele el cuello y la parte de atrás de la cabeza casi todos los días.',
    ],
  } satisfies Record<Ailment['pain'], readonly string[]>,
  alarm: {
    CES1: ['Siento dormido entre las piernas desde hace unos días.'],
    CES2: ['Me cuesta orinar desde el domingo.'],
    CES3: ['No sentí y me ensucié dos veces.'],
    CES5: ['Ahora tengo débiles las dos piernas.'],
    MOT1: ['El pie se me cae al caminar, eso es nuevo.'],
    MOT2: ['Esa pierna siempre ha sido un poco más débil.'],
    MYE1: ['Se me caen las cosas de las manos.'],
    MYE2: ['Me caí una vez, camino como mareada.'],
    TUM1: ['Tuve cáncer hace seis años y este dolor es diferente.'],
    TUM2: ['He bajado de peso sin querer.'],
    INF1: ['He tenido escalofríos y fiebre.'],
    INF2: ['Me pusieron una inyección en la espalda hace tres semanas.'],
    FRX2: ['Tengo osteoporosis y levanté una maceta pesada.'],
  } as Readonly<Record<string, readonly string[]>>,
  other: ['Estoy preocupada porque va empeorando.'],
  tried: [
    'He hecho terapia y pastillas y sigo igual.',
    'Me dieron dos inyecciones, el alivio duró tres semanas.',
    'Probé terapia física, gabapentina y hielo.',
    'El quiropráctico me ayudó poco.',
    'Tomo ibuprofeno todos los días.',
  ],
  ends: [
    'Quiero saber si hay algo más pequeño que una fusión.',
    'Mi hija me ayuda con el inglés, pueden llamarla.',
    'Prefiero que me llamen en español, por favor.',
    'Gracias por su tiempo.',
    'Necesito volver a trabajar.',
  ],
} as const;
