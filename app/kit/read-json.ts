/** The deepest accepted nesting, ten times what any input needs. */
const deepest = 32

/** The body is not JSON, or is nested too deeply. */
export class UnreadableJson extends Error {
  override name = 'UnreadableJson'
}

/**
 * Reads JSON that came from outside. Its size was limited when it was read; here its depth is, so that no later code can
 * overflow the stack. Keys such as `__proto__` are keys like any other, which schemas leave out.
 * @throws UnreadableJson
 */
export function readJson(text: string): unknown {
  if (depthOf(text) > deepest) throw new UnreadableJson('This is nested too deeply.')
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new UnreadableJson('This is not JSON.')
  }
}

/** How deep brackets are nested, those within texts left out; broken JSON has a depth too. */
function depthOf(text: string): number {
  let [depth, most, isInText] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '\\' && isInText) at++
    else if (letter === '"') isInText = !isInText
    else if (isInText) continue
    else if (letter === '[' || letter === '{') most = Math.max(most, ++depth)
    else if (letter === ']' || letter === '}') depth--
  }
  return most
}
