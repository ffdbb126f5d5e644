import type { Option, OptionGroup } from '#app/ui/option.ts'
import { searchedText } from '#app/ui/searched-text.ts'

/** The options one of whose words begins with what was typed, whatever its case and accents; all where nothing was. */
export function matchingChoices(groups: readonly OptionGroup[], typed: string): OptionGroup[] {
  const wanted = searchedText(typed.trim())
  return groups.map(({ label, options }) => ({
    label,
    options: options.filter(({ text }) => ` ${searchedText(text)}`.includes(` ${wanted}`)),
  }))
}

/**
 * The option to which a key leads from another, around the ends; null for a key that leads nowhere.
 * @param byLetter whether a letter leads to the next option that begins with it
 */
export function choiceByKey(
  options: readonly Option[],
  from: string | null,
  key: string,
  byLetter: boolean,
): string | null {
  const at = options.findIndex(({ value }) => value === from)
  const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
  const step = steps[key]
  if (step !== undefined) return options.at((at + step) % options.length)?.value ?? null
  if (!byLetter || key.length !== 1 || key === ' ') return null
  const behind = [...options.slice(at + 1), ...options.slice(0, at + 1)]
  return behind.find(({ text }) => searchedText(text).startsWith(searchedText(key)))?.value ?? null
}
