import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { quoted } from '#app/ui/name-words.ts'

/** Why Purchase cannot be completed. @param needs what was promised and is not in the contract; at least one */
export function promisedNotSoldRefusal(needs: readonly string[]): string {
  const [first = '', ...others] = needs
  const way = `Add it to the contract, or have the plan’s lead say why not, under “${mainPageNames.sold}”.`
  return others.length === 0
    ? `Purchase can’t be completed yet. ${quoted(first)} was promised but is not in the contract. ${way}`
    : `Purchase can’t be completed yet. ${quoted(first)} and ${others.length} more were promised but are not in the contract. ${way}`
}
