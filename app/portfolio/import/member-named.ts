import { isSameName } from '#app/kit/is-same-name.ts'

type Named = { id: string; name: string; email: string }

/** The member with this name or address; none where there are two. */
export function memberNamed<Member extends Named>(members: readonly Member[], text: string): Member | null {
  const found = members.filter(({ name, email }) => isSameName(name, text) || email === text.trim().toLowerCase())
  return found.length === 1 ? (found[0] ?? null) : null
}
