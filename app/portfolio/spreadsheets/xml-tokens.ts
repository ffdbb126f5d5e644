/** A tag that opens or closes, or the text between two. Names are without their prefix. */
export type XmlToken =
  | { kind: 'open'; name: string; tag: string; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

const nameIn = (tag: string) => {
  const name = /^[^\s/>]*/.exec(tag)?.[0] ?? ''
  return name.slice(name.indexOf(':') + 1)
}

/**
 * The tags and texts of XML as spreadsheets write it, in one pass. Comments, declarations and DTDs are passed over, so no entity of a file's
 * own is ever resolved.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    if (start !== at) {
      const text = xml.slice(at, start < 0 ? xml.length : start)
      yield { kind: 'text', text: decoded(text) }
      if (start < 0) return
    }
    const end = xml.indexOf('>', start)
    if (end < 0) return
    const tag = xml.slice(start + 1, end)
    at = end + 1
    if (tag.startsWith('!') || tag.startsWith('?')) continue
    if (tag.startsWith('/')) yield { kind: 'close', name: nameIn(tag.slice(1)) }
    else yield { kind: 'open', name: nameIn(tag), tag, isEmpty: tag.endsWith('/') }
  }
}

/** The value of an attribute in a tag, such as `r` or `r:id`. */
export function attribute(tag: string, name: string): string | null {
  const marked = ` ${name}="`
  const start = tag.replace(/\s/g, ' ').indexOf(marked)
  if (start < 0) return null
  const from = start + marked.length
  const end = tag.indexOf('"', from)
  return end < 0 ? null : decoded(tag.slice(from, end))
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Entities, and the way in which spreadsheets write what XML cannot hold (`_x000D_`). */
const decoded = (text: string): string =>
  text
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,8}));/g,
      (whole: string, ten?: string, hex?: string, name = '') => {
        const code = ten ? Number(ten) : hex ? Number.parseInt(hex, 16) : null
        if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : ''
        return entities[name] ?? whole
      },
    )
    .replace(/_x([0-9A-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
