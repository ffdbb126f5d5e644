import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followChanges } from './follow-changes.ts'

let tell: (data: string) => void
let tellPresent: (data: string) => void
let sendPage: (data: string) => void
let cutOff: () => void
let end: () => void
let random: { mockRestore(): void }
const onNumber = vi.fn()
const onPage = vi.fn()
const onPresent = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  random = vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.stubGlobal('document', { hidden: false, addEventListener: vi.fn(), removeEventListener: vi.fn() })
  class Stream {
    onmessage: ((event: { data: string }) => void) | null = null
    onerror: (() => void) | null = null
    close = vi.fn()
    constructor() {
      tell = (data) => this.onmessage?.({ data })
      cutOff = () => this.onerror?.()
    }
    addEventListener(event: string, hear: (event: { data: string }) => void) {
      if (event === 'present') tellPresent = (data) => hear({ data })
      if (event === 'page') sendPage = (data) => hear({ data })
    }
  }
  vi.stubGlobal('EventSource', Stream)
  end = followChanges('/events', { onNumber, onPage, onMissed: vi.fn(), onRefused: vi.fn(), onPresent })
})

afterEach(() => {
  end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  random.mockRestore()
  onNumber.mockReset()
  onPresent.mockReset()
  onPage.mockReset()
})

test('a single reader loads at once', () => {
  tell('41')
  vi.advanceTimersByTime(0)
  expect(onNumber.mock.calls).toEqual([[41]])
})

test('a page that is sent with its change is there at once; where it is not taken, the change is loaded in turn', () => {
  onPage.mockReturnValueOnce(true).mockReturnValueOnce(false)
  sendPage('41 2000 H4sIAAAAAAAA')
  vi.advanceTimersByTime(5_000)
  expect(onPage.mock.calls).toEqual([[41, 'H4sIAAAAAAAA']])
  expect(onNumber).not.toHaveBeenCalled()
  sendPage('42 2000 H4sIAAAAAAAA')
  vi.advanceTimersByTime(900)
  expect(onNumber).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(onNumber.mock.calls).toEqual([[42]])
})

test('one of many readers waits for its turn, and loads what was told until then once', () => {
  tell('41 2000')
  vi.advanceTimersByTime(900)
  tell('42 2000')
  expect(onNumber).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(onNumber.mock.calls).toEqual([[42]])
  tell('43')
  vi.advanceTimersByTime(0)
  expect(onNumber).toHaveBeenLastCalledWith(43)
})

test('a page that is left loads nothing any longer', () => {
  tell('41 2000')
  end()
  vi.advanceTimersByTime(5_000)
  expect(onNumber).not.toHaveBeenCalled()
})

test('who is here stays while the stream is away for a moment, and goes when it does not tell them again', () => {
  tellPresent('Anna')
  cutOff()
  vi.advanceTimersByTime(9_000)
  tellPresent('Anna, Ben')
  vi.advanceTimersByTime(60_000)
  expect(onPresent.mock.calls).toEqual([['Anna'], ['Anna, Ben']])
  cutOff()
  vi.advanceTimersByTime(10_000)
  expect(onPresent).toHaveBeenLastCalledWith(null)
})

test('who is here at a page that is left is forgotten at once', () => {
  tellPresent('Anna')
  end()
  expect(onPresent).toHaveBeenLastCalledWith(null)
})
