import type { FormValues } from '#app/ui/form-reply.ts'

/** Fields that a form carries without showing them. */
const carried = /^(idempotencyKey|intent|preview|next|checked|version)$|^(seen|held|typed)\./
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What somebody typed or chose in a form, each with the words of its field's name. */
export function typedIn(values: FormValues): { label: string; text: string }[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const text = [value].flat().filter(Boolean).join(', ')
    return carried.test(name) || text === '' || id.test(text) ? [] : [{ label: labelOf(name), text }]
  })
}

/** `ifMissed` reads "If missed". */
function labelOf(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
