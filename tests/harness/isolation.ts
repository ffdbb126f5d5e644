const hebrew = /[\u0590-\u05ff]/
/** Text in a first strong isolate has its own direction, unless it mixes both directions. */
const isolate = /\u2068([^\u2068\u2069]*)\u2069/g
const isMixed = (words: string) => hebrew.test(words) && /[a-z]{2}/i.test(words)

/** The text without its isolated parts, innermost first. */
function withoutIsolates(text: string): string {
  const without = text.replace(isolate, (_, words: string) => (isMixed(words) ? words : ''))
  return without === text ? text : withoutIsolates(without)
}

const unclosed = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr', 'path'])
const token = /<!--[^]*?-->|<(script|style)\b[^]*?<\/\1>|<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)/gi

/** A letter or two drawn in a logo. */
const isInitial = (text: string) => text.trim().length <= 2

type Element = { tag: string; isolates: boolean; words: string }

/**
 * Where a page shows Hebrew among its own words without keeping the two directions apart: by `<bdi>`, an element with a `dir` that
 * holds nothing else, or the isolating characters of Unicode (UAX 9).
 */
export function mixedDirections(html: string): string[] {
  const found: string[] = []
  const open: Element[] = []
  const around = () =>
    open
      .map(({ tag }) => tag)
      .slice(-3)
      .join(' > ')
  for (const [, , closes, tag, attributes = '', text] of html.matchAll(token)) {
    if (text !== undefined) {
      const bare = withoutIsolates(text)
      const isolating = open.findLast(({ isolates }) => isolates)
      if (isolating) isolating.words += bare
      else if (hebrew.test(bare) && !isInitial(bare)) found.push(`${around()}: ${bare.trim().slice(0, 80)}`)
    } else if (tag === undefined) continue
    else if (closes === '/') {
      const at = open.findLastIndex((it) => it.tag === tag.toLowerCase())
      for (const { tag: closed, isolates, words } of at < 0 ? [] : open.splice(at))
        // What is drafted in a field is plain text, whose writer says how it runs.
        if (isolates && closed !== 'textarea' && isMixed(words)) found.push(`mixed: ${words.trim().slice(0, 80)}`)
    } else if (!unclosed.has(tag.toLowerCase()) && !attributes.endsWith('/'))
      open.push({ tag: tag.toLowerCase(), isolates: tag === 'bdi' || /\sdir="(auto|rtl)"/.test(attributes), words: '' })
  }
  return found
}
