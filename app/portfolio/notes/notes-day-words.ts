/** What stands before the day on which something is due, in English, German and French. */
export const dueStartWords = [
  'by',
  'until',
  'due',
  'before',
  'no later than',
  'bis zum',
  'bis',
  'fällig am',
  'fällig',
  'd’ici le',
  "d'ici le",
  'avant le',
  'avant',
  'pour le',
  'pour',
]

/** Today, tomorrow, and the days of the week from Monday, without accents. */
export const dayNameWords: readonly (readonly string[])[] = [
  ['today', 'heute', 'aujourd hui'],
  ['tomorrow', 'morgen', 'demain'],
  ['monday', 'montag', 'lundi'],
  ['tuesday', 'dienstag', 'mardi'],
  ['wednesday', 'mittwoch', 'mercredi'],
  ['thursday', 'donnerstag', 'jeudi'],
  ['friday', 'freitag', 'vendredi'],
  ['saturday', 'samstag', 'samedi'],
  ['sunday', 'sonntag', 'dimanche'],
]
