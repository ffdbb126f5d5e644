import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let posts: string[]

/** A page of its own. */
async function openPage() {
  vi.resetModules()
  return (await import('./tell-editing.ts')).tellEditing
}

beforeEach(() => {
  vi.useFakeTimers()
  posts = []
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => (leave = listener))
  vi.stubGlobal('removeEventListener', () => undefined)
  vi.stubGlobal('fetch', (url: string, { body }: { body: URLSearchParams }) => {
    posts.push(`${url} ${body.get('taskId')} ${body.get('field')}`)
    return Promise.reject(new Error('away'))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

let leave: () => void
const [title, owner] = (['title', 'owner'] as const).map((field) => ({ url: '/editing', taskId: 'a', field }))
if (!title || !owner) throw new Error('two fields')
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('changes are told, at most one a second, and again while they last', async () => {
  const tellEditing = await openPage()
  const endTitle = tellEditing(title)
  await later(0)
  expect(posts).toEqual(['/editing a title'])
  // From one field to the next, whichever is left first.
  const endOwner = tellEditing(owner)
  endTitle()
  await later(500)
  expect(posts).toHaveLength(1)
  await later(500)
  expect(posts).toEqual(['/editing a title', '/editing a owner'])
  await later(12_000)
  expect(posts).toHaveLength(3)
  endOwner()
  await later(1_000)
  expect(posts.at(-1)).toBe('/editing  owner')
  await later(60_000)
  expect(posts).toHaveLength(4)
})

test('what is left within a second is not told, a page out of sight says nothing, and one that is left ends at once', async () => {
  const tellEditing = await openPage()
  tellEditing(title)()
  await later(5_000)
  expect(posts).toEqual([])
  tellEditing(title)
  await later(0)
  vi.stubGlobal('document', { hidden: true })
  await later(60_000)
  expect(posts).toEqual(['/editing a title'])
  leave()
  expect(posts).toEqual(['/editing a title', '/editing  title'])
})
