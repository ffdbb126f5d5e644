import Holidays from 'date-holidays'

/** A country, a state or a part of one, by its code (DE-BY) and its name ("Bavaria (Bayern), Germany"). */
export type Region = { code: string; name: string }

/** English names of states that date-holidays knows by their own; and how countries and states are called besides. */
const englishStates: Readonly<Record<string, string>> = {
  'DE-BY': 'Bavaria',
  'DE-HB': 'Bremen',
  'DE-HE': 'Hesse',
  'DE-HH': 'Hamburg',
  'DE-NI': 'Lower Saxony',
  'DE-MV': 'Mecklenburg-Western Pomerania',
  'DE-NW': 'North Rhine-Westphalia',
  'DE-RP': 'Rhineland-Palatinate',
  'DE-SN': 'Saxony',
  'DE-ST': 'Saxony-Anhalt',
  'DE-TH': 'Thuringia',
  'IT-32': 'South Tyrol',
  'BE-BRU': 'Brussels',
  'BE-DE': 'German-speaking Community',
  'BE-VLG': 'Flanders',
  'BE-WAL': 'Wallonia',
  'ES-AN': 'Andalusia',
  'ES-CE': 'Ceuta',
  'ES-MD': 'Madrid',
  'ES-ML': 'Melilla',
  'ES-NC': 'Navarre',
}
const otherNames: Readonly<Record<string, readonly string[]>> = {
  GB: ['UK', 'Great Britain', 'Britain'],
  US: ['USA', 'US', 'America', 'United States of America'],
  AE: ['UAE', 'Emirates'],
  NL: ['Holland'],
  CZ: ['Czech Republic'],
  KR: ['Korea'],
  TR: ['Turkey'],
  CI: ['Ivory Coast'],
  CN: ['PRC', 'People’s Republic of China'],
  TW: ['Republic of China'],
  IE: ['Eire'],
  ...{ 'DE-NW': ['NRW'], 'DE-BW': ['BaWü'], 'ES-CT': ['Catalunya', 'Cataluña'], 'US-DC': ['Washington DC', 'DC'] },
}
/** Countries are found by their names in these languages too. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl'].map(
  (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
)
/** What stands before the name that people use. */
const titles =
  /^(the|canton of|republic of|ciudad de|comunidad de|hansestadt|landkreis|stadt|d[ée]partement( et r[ée]gion d.outre-mer)?) /i

/** Letters and digits alone, without marks, in lower case: "Côte d’Ivoire" is "cote d ivoire". */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Known = Region & {
  /** Folded. */
  names: ReadonlySet<string>
  above: Known | null
}

let known: readonly Known[] | undefined

/** Every region there are public holidays of; a few thousand names, put together once. */
const allRegions = (): readonly Known[] => (known ??= gather())

const entriesOf = (names: unknown): [code: string, name: string][] =>
  typeof names === 'object' && names !== null ? Object.entries(names).map(([code, name]) => [code, String(name)]) : []

function gather(): Known[] {
  const source = new Holidays()
  const native = new Map(entriesOf(source.getCountries()))
  const states = (country: string) => entriesOf(source.getStates(country, 'en'))
  const found: Known[] = []
  const stateNames = new Set<string>()
  for (const [country, given] of entriesOf(source.getCountries('en'))) {
    const translated = languages.map((language) => language.of(country))
    const name = translated[0] ?? given
    const names = [name, given, native.get(country), ...translated, ...(otherNames[country] ?? [])]
    const land = add(found, { code: country, name, names, above: null })
    for (const [state, own] of states(country)) {
      const code = `${country}-${state}`
      const english = englishStates[code]
      const shown = english && folded(english) !== folded(own) ? `${english} (${own})` : own
      const part = add(found, {
        code,
        name: `${shown}, ${name}`,
        names: [own, english, ...(otherNames[code] ?? [])],
        above: land,
      })
      for (const each of part.names) stateNames.add(each)
      for (const [region, its] of entriesOf(source.getRegions(country, state, 'en')))
        add(found, { code: `${code}-${region}`, name: `${its}, ${english ?? own}, ${name}`, names: [its], above: part })
    }
  }
  for (const land of found.filter(({ above }) => above === null))
    if (stateNames.has(folded(land.name))) land.name = `${land.name} (country)`
  return found.sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

type Named = Region & { names: readonly (string | undefined)[]; above: Known | null }

function add(found: Known[], { names, ...region }: Named): Known {
  const all = names.flatMap((name) => (name ? [name, name.replace(titles, '')] : []))
  const made = { ...region, names: new Set(all.map(folded)) }
  found.push(made)
  return made
}

/** The regions by their names, in the order of the alphabet. */
export const listRegions = (): Region[] => allRegions().map(({ code, name }) => ({ code, name }))

/** The name of a region; a code that is not known any longer stays as it is. */
export const regionName = (code: string): string => allRegions().find((it) => it.code === code)?.name ?? code

const longestTyped = 200

/**
 * The region that people name: by its code, or in words of several languages: "UK", "Germany", "Bayern", "Bavaria, Germany".
 * @returns its code, or what to tell who typed it
 */
export function readRegion(typed: string): { code: string } | { fault: string } {
  const text = typed.trim()
  const quoted = `“${text.slice(0, 60)}”`
  const all = text.length > longestTyped ? [] : allRegions()
  const exact = all.find(({ code, name }) => code === text || folded(name) === folded(text))
  const [first, ...others] = exact
    ? [exact]
    : (waysOf(text)
        .map((it) => matching(all, it))
        .find((it) => it.length > 0) ?? [])
  if (first && others.length === 0) return { code: first.code }
  const coded = (code: string) => code.toUpperCase() === text.toUpperCase()
  const byCode = all.find(({ code }) => coded(code))
  if (byCode) return { code: byCode.code }
  // Numbers of states are known to no one: a digit is a slip of the keyboard.
  const isLetters = /^[a-z]+$/i.test(text)
  const [state, ...more] = first || !isLetters ? [] : all.filter(({ code }) => coded(code.slice(code.indexOf('-') + 1)))
  if (state && more.length === 0) return { code: state.code }
  if (state) return { fault: `${quoted} can be ${either([state, ...more])}. Please choose one from the list.` }
  if (first) return { fault: `${quoted} can be ${either([first, ...others])}. Please choose one from the list.` }
  const near = all.filter(({ name }) => folded(text).length > 2 && folded(name).startsWith(folded(text)))
  const countries = near.filter(({ above }) => above === null)
  const meant = countries.length > 0 ? countries : near
  const hint = meant.length > 0 ? `Did you mean ${either(meant)}?` : 'Use names such as Germany or Bavaria.'
  return { fault: `${quoted} is not known here. ${hint}` }
}

/** As it was typed, without its title, and with ä, ö and ü for ae, oe and ue. */
const waysOf = (text: string): string[] => {
  const bare = text.replace(titles, '')
  return [text, bare, bare.replace(/([aou])e/gi, '$1')]
}

/** Those that one part of the text names, every other part naming what they lie in. */
function matching(all: readonly Known[], text: string): Known[] {
  const parts = [folded(text)]
  const whole = all.filter(({ names }) => names.has(parts[0] ?? ''))
  if (whole.length > 0) return whole
  const pieces = text
    .split(/[,()/]+|\s[-–]\s/)
    .map(folded)
    .filter(Boolean)
  if (pieces.length < 2) return []
  const lies = (region: Known | null, piece: string): boolean =>
    region !== null && (region.names.has(piece) || folded(region.code) === piece || lies(region.above, piece))
  return all.filter(
    (region) => pieces.some((piece) => region.names.has(piece)) && pieces.every((piece) => lies(region, piece)),
  )
}

const mostNamed = 4
const either = (regions: readonly Region[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(regions.slice(0, mostNamed).map(({ name }) => name))
