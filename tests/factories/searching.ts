import { readSearch } from '#app/search/found/read-search.ts'
import { getSearch } from '#app/search/found/get-search.server.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import type { Setting } from './plan-setting.ts'
import type { MemberActor } from './workspace.ts'

/** What a member finds, as the page shows it. */
export async function search(it: Pick<Setting, 'parts'> & { lead: MemberActor }, q: string, more: object = {}) {
  const { search: asked } = readSearch(new URLSearchParams({ q, ...more }))
  return getSearch(it.parts, { actor: it.lead, standings: standingsOfMember(it.lead.roles) }, asked)
}

const plain = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

/** The titles of what is found, by kind. */
export async function titlesFound(it: Parameters<typeof search>[0], q: string): Promise<Record<string, string[]>> {
  const { kinds } = await search(it, q)
  return Object.fromEntries(kinds.map(({ kind, things }) => [kind, things.map(({ title }) => plain(title))]))
}
