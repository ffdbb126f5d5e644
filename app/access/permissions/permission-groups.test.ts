import { describe, expect, test } from 'vitest'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'
import { commandGroups, pageGroups } from './permission-groups.ts'
import { commandWords, pageWords } from '#app/policy/policy-words.ts'
import { commandRules, pageRules } from '#app/policy/policy.ts'

const urlsOf = (entries: readonly RouteConfigEntry[], above = ''): string[] =>
  entries.flatMap(({ path, children }) => {
    const url = [above, path].filter(Boolean).join('/')
    return children ? urlsOf(children, url) : [url]
  })

describe('the table of who may do what', () => {
  test('has a line for every URL, and for none that there is not', () => {
    // Answered before Remix is asked.
    const health = ['healthz', 'readyz']
    expect(Object.keys(pageRules).sort()).toEqual([...urlsOf(routes), ...health].sort())
  })

  test('lets someone do each thing', () => {
    for (const [name, { who }] of Object.entries({ ...commandRules, ...pageRulesAsRules() }))
      expect(who.length, name).toBeGreaterThan(0)
  })

  test('says each of its lines in words of its own', () => {
    for (const [rules, words] of [
      [commandRules, commandWords],
      [pageRules, pageWords],
    ] as const) {
      expect(Object.keys(words).sort()).toEqual(Object.keys(rules).sort())
      for (const [name, said] of Object.entries(words)) expect(said, name).toMatch(/^[A-Z].{3,}[^.]$/)
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
    }
  })
})

describe('the admins’ page', () => {
  const rows = (groups: ReturnType<typeof commandGroups>) => groups.flatMap((group) => group.rows)

  test('shows every command and every page once', () => {
    expect(
      rows(commandGroups())
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(commandRules).sort())
    expect(
      rows(pageGroups())
        .map(({ id }) => id.slice(1))
        .sort(),
    ).toEqual(Object.keys(pageRules).sort())
  })

  test('says what the table says', () => {
    const who = (id: string) => {
      const row = [...rows(commandGroups()), ...rows(pageGroups())].find((it) => it.id === id)
      return Object.entries(row?.may ?? {}).flatMap(([role, may]) => (may ? [role] : []))
    }
    expect(who('complete-task')).toEqual(['admin', 'lead', 'team', 'champion', 'contributor', 'waiting contributor'])
    expect(who('confirm-first-win')).toEqual(['champion', 'confirmer'])
    expect(who('/workspace/access')).toEqual(['admin'])
    expect(who('/plans')).toHaveLength(8)
    expect(who('/plans/:planId')).toHaveLength(14)
    expect(who('/api/v1/schedule')).toEqual([])
  })
})

function pageRulesAsRules() {
  return Object.fromEntries(Object.entries(pageRules).map(([url, who]) => [`/${url}`, { who }]))
}
