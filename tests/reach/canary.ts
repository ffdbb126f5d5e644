/** Finds a mark in bytes in any encoding. The mark is only letters and digits, which most encodings leave unchanged. */
export function finder(marks: readonly string[]): (bytes: Buffer) => string | undefined {
  const inBase64 = marks.flatMap((mark) => [0, 1, 2].map((shift) => ({ mark, core: base64Core(mark, shift) })))
  return (bytes) => {
    const raw = bytes.toString('latin1')
    const joined = withoutSoftBreaks(raw)
    const inOneLine = joined.replace(/\r?\n/g, '')
    const texts = [raw, joined, unescaped(raw), unescaped(joined)].map((text) => text.toLowerCase())
    const hex = bytes.toString('utf16le').toLowerCase()
    return (
      marks.find((mark) => [...texts, hex].some((text) => text.includes(mark.toLowerCase()))) ??
      marks.find((mark) => texts.some((text) => text.includes(Buffer.from(mark).toString('hex')))) ??
      inBase64.find(({ core }) => raw.includes(core) || inOneLine.includes(core))?.mark
    )
  }
}

/** The part of a mark's base64 that does not depend on the bytes around it, if it starts at this byte of three. */
function base64Core(mark: string, shift: number): string {
  const text = Buffer.from('x'.repeat(shift) + mark).toString('base64')
  return text.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + mark.length) * 8) / 6))
}

/** Quoted-printable's line ends within a line. */
const withoutSoftBreaks = (text: string) => text.replace(/=\r?\n/g, '')

/** URLs, quoted-printable, JSON and HTML. */
const unescaped = (text: string) =>
  text
    .replace(/(?:%|=|\\x)([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\u00([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#x([0-9a-f]{2,5});/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#(\d{2,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
