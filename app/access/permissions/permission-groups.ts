import { mayOpen } from '#app/policy/may-open.ts'
import {
  type CommandName,
  type PageUrl,
  type Reader,
  type Scope,
  type Standing,
  commandRules,
  mayEver,
  pageRules,
  commandRuleOf,
} from '#app/policy/policy.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { memberRoles, participantRoles, waitingRoles } from '#app/policy/roles.ts'
import type { roleWords } from '#app/policy/role-words.ts'
import { commandWords, pageWords } from '#app/policy/policy-words.ts'
import { permissionGroupWords, permissionNotes } from './permission-words.ts'

type Role = keyof typeof roleWords

/** The columns: the vendor's roles in the workspace, its parts on a plan, the customer's parts on a plan. */
export const accessColumns = [
  { side: 'vendor', roles: [...memberRoles, 'lead', 'team'] },
  { side: 'customer', roles: [...participantRoles, 'confirmer', ...waitingRoles] },
] as const satisfies { side: 'vendor' | 'customer'; roles: Role[] }[]

/** All standings of someone who has only this one. */
function standingsOf(role: Role): Set<Standing> {
  if (role === 'lead' || role === 'team') return new Set([...standingsOfMember([]), role])
  // A person who is named takes part already, at the least as a viewer.
  if (role === 'confirmer') return new Set(['viewer', 'confirmer'])
  return memberRoles.some((it) => it === role)
    ? standingsOfMember([role as (typeof memberRoles)[number]])
    : new Set([role])
}

export type AccessRow = {
  id: string
  words: string
  note?: string
  /** Who may, by role. */
  may: Record<Role, boolean>
}

export type AccessGroup = { title: string; rows: AccessRow[] }

const roles = accessColumns.flatMap((column): Role[] => [...column.roles])
const across = (may: (standings: ReadonlySet<Standing>) => boolean) =>
  Object.fromEntries(roles.map((role) => [role, may(standingsOf(role))])) as Record<Role, boolean>

const scopeTitles: [Scope, string][] = [
  ['workspace', permissionGroupWords.workspace],
  ['plan', permissionGroupWords.onPlan],
]

/** Who else may give a command, or until when, than its row of marks says. */
function noteOf({ who, onClosedPlan }: ReturnType<typeof commandRuleOf>): string | undefined {
  if (who.includes('link holder')) return permissionNotes.domainLink
  if (who.includes('consenter')) return permissionNotes.withdrawing
  if (who.includes('former')) return onClosedPlan ? permissionNotes.former : permissionNotes.left
  return onClosedPlan ? permissionNotes.closed : undefined
}

/** The policy's commands as the page shows them, in the table's order. */
export function commandGroups(): AccessGroup[] {
  const names = Object.keys(commandRules) as CommandName[]
  return scopeTitles
    .map(([scope, title]) => ({
      title,
      rows: names
        .filter((name) => commandRuleOf(name).scope === scope)
        .map((name): AccessRow => {
          const note = noteOf(commandRuleOf(name))
          return { id: name, words: commandWords[name], ...(note && { note }), may: across((it) => mayEver(name, it)) }
        }),
    }))
    .filter(({ rows }) => rows.length > 0)
}

const isFor = (page: PageUrl, reader: Reader) => (pageRules[page] as readonly Reader[]).includes(reader)

/** The policy's pages as the page shows them. */
export function pageGroups(): AccessGroup[] {
  const pages = Object.keys(pageRules) as PageUrl[]
  const row = (page: PageUrl, note?: string): AccessRow => ({
    id: '/' + page,
    words: pageWords[page],
    ...(note && { note }),
    may: across((it) => mayOpen(page, it)),
  })
  const group = (title: string, fits: (page: PageUrl) => boolean, note?: string) => ({
    title,
    rows: pages.filter(fits).map((page) => row(page, note)),
  })
  const isOpen = (page: PageUrl) => isFor(page, 'anyone')
  const isApi = (page: PageUrl) => isFor(page, 'api key')
  const isPlan = (page: PageUrl) => page.startsWith('plans/:planId')
  return [
    group(permissionGroupWords.workspace, (page) => !isOpen(page) && !isApi(page) && !isPlan(page)),
    group(permissionGroupWords.ofPlan, (page) => !isOpen(page) && !isApi(page) && isPlan(page)),
    group(permissionGroupWords.open, isOpen),
    group(permissionGroupWords.programs, isApi, permissionNotes.apiKey),
  ].filter(({ rows }) => rows.length > 0)
}
