import { describe, expect, test } from 'vitest'
import { never, ways } from '#tests/reach/intent.ts'
import { type CommandName, type PageUrl, type Reader, commandRules, pageRules } from './policy.ts'

const commands = Object.keys(commandRules) as CommandName[]
const pages = Object.keys(pageRules) as PageUrl[]
const mayGive = (name: CommandName): readonly Reader[] => commandRules[name].who
const mayOpen = (page: PageUrl): readonly Reader[] => pageRules[page]

describe('who must never', () => {
  test.each(Object.entries(never))('%s', (_says, { who, commands: them = [], pages: places = [] }) => {
    for (const name of them)
      expect(
        mayGive(name).filter((it) => who.includes(it)),
        name,
      ).toEqual([])
    for (const page of places)
      expect(
        mayOpen(page).filter((it) => who.includes(it)),
        page,
      ).toEqual([])
  })

  test('a link lets someone in and a key reads the schedule', () => {
    expect(commands.filter((name) => mayGive(name).includes('link holder'))).toEqual([
      'choose-emails',
      'enter-by-domain',
    ])
    expect(pages.filter((page) => mayOpen(page).includes('link holder'))).toEqual([])
    expect(commands.filter((name) => mayGive(name).includes('api key'))).toEqual([])
    expect(pages.filter((page) => mayOpen(page).includes('api key'))).toEqual(['api/v1/schedule'])
  })

  test('no one who is not signed in gives a command', () => {
    const openReaders: readonly Reader[] = ['anyone', 'everyone signed in']
    for (const name of commands)
      expect(
        mayGive(name).filter((it) => openReaders.includes(it)),
        name,
      ).toEqual([])
  })
})

test('of every command and every page someone has said who must never have it', () => {
  const said = Object.values(never)
  const spoken = new Set<string>(said.flatMap((it) => [...(it.commands ?? []), ...(it.pages ?? [])]))
  expect(commands.filter((name) => !spoken.has(name))).toEqual([])
  expect(pages.filter((page) => !spoken.has(page) && !ways.includes(page))).toEqual([])
  expect(ways.filter((page) => spoken.has(page))).toEqual([])
})
