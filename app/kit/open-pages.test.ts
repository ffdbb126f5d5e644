import { expect, test, vi } from 'vitest'
import { createOpenPages } from './open-pages.ts'

const pageNow = (text: string) => () => Buffer.from(text)

/** An open page of one person, with what it was sent. */
function openPage(sessionId: string, found: () => Promise<(() => Buffer) | undefined>, live: string[] = []) {
  const sent: (number | string)[] = []
  const page = {
    sessionId,
    find: vi.fn(found),
    findLive: vi.fn(async () => new Set(live)),
    show: (number: number, fill: () => Buffer) => void sent.push(`${number}: ${fill().toString()}`),
    tell: (number: number) => void sent.push(number),
  }
  return { page, sent }
}

test('a change is made into a page once, and sent to all pages of the person', async () => {
  const pages = createOpenPages({ warn: () => undefined })
  const opened = ['a', 'a', 'b'].map((session) => openPage(session, async () => pageNow('new'), ['a', 'b']))
  const joined = opened.map(({ page }) => pages.join('plan, Priya', page))
  for (const { hear } of joined) hear(7, 0)
  await vi.waitFor(() => expect(opened.map(({ sent }) => sent)).toEqual([['7: new'], ['7: new'], ['7: new']]))
  expect(opened.flatMap(({ page }) => page.find.mock.calls)).toHaveLength(1)
})

test('a session that is over gets a number and no page, and neither does a page of someone else', async () => {
  const pages = createOpenPages({ warn: () => undefined })
  const [kept, ended] = ['kept', 'ended'].map((session) => openPage(session, async () => pageNow('new'), ['kept']))
  const other = openPage('kept', async () => pageNow('of Jonas'), ['kept'])
  if (!kept || !ended) throw new Error('both are open')
  const joined = [kept, ended].map(({ page }) => pages.join('plan, Priya', page))
  pages.join('plan, Jonas', other.page)
  joined[0]?.hear(7, 0)
  await vi.waitFor(() => expect([kept.sent, ended.sent]).toEqual([['7: new'], [7]]))
  expect(other.sent).toEqual([])
})

test('where the page cannot be found, all are told the number', async () => {
  const pages = createOpenPages({ warn: () => undefined })
  for (const [key, found] of [
    ['is not kept', async () => undefined],
    ['no database', async () => Promise.reject(new Error('away'))],
  ] as const) {
    const opened = [openPage('a', found), openPage('a', found)]
    const joined = opened.map(({ page }) => pages.join(key, page))
    joined[1]?.hear(7, 0)
    await vi.waitFor(() => expect(opened.map(({ sent }) => sent)).toEqual([[7], [7]]))
  }
})

test('a session that finds no page leaves it to another, and a page that cannot be sent stops no other', async () => {
  const pages = createOpenPages({ warn: () => undefined })
  const [idle, broken, last] = [
    openPage('idle', async () => undefined, ['idle', 'used']),
    openPage('used', async () => pageNow('new'), ['idle', 'used']),
    openPage('used', async () => pageNow('new'), ['idle', 'used']),
  ]
  broken.page.show = () => {
    throw new Error('gone')
  }
  const joined = [idle, broken, last].map(({ page }) => pages.join('plan', page))
  joined[0]?.hear(7, 0)
  await vi.waitFor(() => expect([idle, broken, last].map(({ sent }) => sent)).toEqual([['7: new'], [7], ['7: new']]))
})

test('what changes while a page is made is sent after it, once', async () => {
  const pages = createOpenPages({ warn: () => undefined })
  const made = Promise.withResolvers<() => Buffer>()
  const find = vi.fn<() => Promise<() => Buffer>>().mockReturnValueOnce(made.promise)
  find.mockResolvedValue(pageNow('newest'))
  const { page, sent } = openPage('a', find)
  const { hear } = pages.join('plan', page)
  hear(7, 0)
  await vi.waitFor(() => expect(page.find).toHaveBeenCalledOnce())
  hear(8, 0)
  hear(9, 0)
  made.resolve(pageNow('new'))
  await vi.waitFor(() => expect(sent).toEqual(['7: new', '9: newest']))
})

test('a page that was left is sent nothing', async () => {
  const pages = createOpenPages({ warn: () => undefined })
  const [left, stays] = [openPage('a', async () => pageNow('new')), openPage('a', async () => pageNow('new'))]
  const { hear, leave } = pages.join('plan', left.page)
  pages.join('plan', stays.page)
  hear(7, 0)
  leave()
  await vi.waitFor(() => expect(stays.sent).toEqual(['7: new']))
  expect(left.sent).toEqual([])
})
