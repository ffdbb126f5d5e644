import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEditingTeller } from './tell-editing.ts'

let posts: string[]
let answer: () => Promise<{ ok: boolean }>
let window: EventTarget

beforeEach(() => {
  vi.useFakeTimers()
  posts = []
  answer = async () => ({ ok: true })
  window = new EventTarget()
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window))
  vi.stubGlobal('fetch', (url: string, { body }: { body: URLSearchParams }) => {
    posts.push(`${url} ${body.get('taskId')} ${body.get('field')}`)
    return answer()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const [title, owner] = (['title', 'owner'] as const).map((field) => ({ url: '/editing', taskId: 'a', field }))
if (!title || !owner) throw new Error('two fields')
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('changes are told, at most one a second, and again while they last', async () => {
  const tellEditing = createEditingTeller()
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
  const tellEditing = createEditingTeller()
  tellEditing(title)()
  await later(5_000)
  expect(posts).toEqual([])
  tellEditing(title)
  await later(0)
  vi.stubGlobal('document', { hidden: true })
  await later(60_000)
  expect(posts).toEqual(['/editing a title'])
  window.dispatchEvent(new Event('pagehide'))
  expect(posts).toEqual(['/editing a title', '/editing  title'])
})

test('a page that the browser kept tells its open field again when it is shown, unless that was closed', async () => {
  const tellEditing = createEditingTeller()
  const endTitle = tellEditing(title)
  await later(0)
  window.dispatchEvent(new Event('pagehide'))
  expect(posts.splice(0)).toEqual(['/editing a title', '/editing  title'])
  await later(5_000)
  window.dispatchEvent(new Event('pageshow'))
  await later(0)
  expect(posts.splice(0)).toEqual(['/editing a title'])
  endTitle()
  await later(1_000)
  expect(posts).toEqual(['/editing  title'])
})

test('that nothing is edited any longer is said again where it was refused or lost, for as long as it is believed', async () => {
  const tellEditing = createEditingTeller()
  tellEditing(title)()
  const endTitle = tellEditing(title)
  await later(1_000)
  answer = async () => ({ ok: false })
  endTitle()
  await later(1_000)
  answer = () => Promise.reject(new Error('away'))
  await later(12_000)
  expect(posts.splice(0)).toEqual(['/editing a title', '/editing  title', '/editing  title'])
  await later(60_000)
  expect(posts.splice(0)).toEqual(['/editing  title'])
})

test('what is edited by then is not ended by the post that is sent again', async () => {
  const tellEditing = createEditingTeller()
  const endTitle = tellEditing(title)
  await later(1_000)
  answer = async () => ({ ok: false })
  endTitle()
  await later(1_000)
  tellEditing(owner)
  await later(11_500)
  expect(posts).toEqual(['/editing a title', '/editing  title', '/editing a owner'])
})
