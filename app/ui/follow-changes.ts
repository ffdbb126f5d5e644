import { minute } from '#app/kit/durations.ts'
import { type ToldChange, readTold } from './told-change.ts'

/** The first wait before a stream that was cut off is asked for again, and the longest, in milliseconds. */
const firstWait = 1000
const longestWait = minute

/** How long what was told about who is here outlives the stream, which tells it again once it is back, in milliseconds. */
const presentStays = 10_000

type Listener = {
  /** A change of this number happened, and it is this page's turn to load it. */
  onNumber(number: number): void
  /**
   * A change of this number happened, and this is the page since then (`unpacked-page.ts`).
   * @returns false where the page shows something else and loads by itself, in its turn
   */
  onPage(number: number, packed: string): boolean
  /** The stream is open again after a while without it; what happened meanwhile is not told by it. */
  onMissed(): void
  /** The reader may not listen any longer: signed out, or taken off. */
  onRefused(): void
  /** Who else is here, as the stream writes it; null as long as that is not known. */
  onPresent?(text: string | null): void
}

/**
 * Follows a stream of numbers while the page is looked at. A server that cannot answer just now, as while a new version is put in
 * place, is asked again and again and the page left as it is, since someone may be typing; only a refusal is told.
 * @returns ends it
 */
export function followChanges(url: string, { onNumber, onPage, onMissed, onRefused, onPresent }: Listener): () => void {
  let source: EventSource | null = null
  let probe: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = firstWait
  let isMissing = false
  let latest = 0
  let turn: ReturnType<typeof setTimeout> | undefined
  let forgetting: ReturnType<typeof setTimeout> | undefined

  /** Changes that are told before this page's turn are loaded together. */
  const hear = ({ number, within }: ToldChange) => {
    latest = Math.max(latest, number)
    turn ??= setTimeout(() => {
      turn = undefined
      onNumber(latest)
    }, Math.random() * within)
  }

  const hearPresent = (text: string | null) => {
    clearTimeout(forgetting)
    forgetting = undefined
    onPresent?.(text)
  }
  const forgetPresentSoon = () => {
    forgetting ??= setTimeout(() => hearPresent(null), presentStays)
  }

  const close = () => {
    clearTimeout(turn)
    turn = undefined
    source?.close()
    source = null
    probe?.abort()
    probe = null
    clearTimeout(timer)
  }
  const open = () => {
    close()
    const opened = new EventSource(url)
    source = opened
    opened.onopen = () => {
      wait = firstWait
      if (isMissing) onMissed()
      isMissing = false
    }
    opened.addEventListener('page', ({ data }: MessageEvent<string>) => {
      const [number = '', within = '', packed = ''] = data.split(' ')
      if (!onPage(Number(number), packed)) hear(readTold(`${number} ${within}`))
    })
    opened.onmessage = ({ data }: MessageEvent<string>) => hear(readTold(data))
    if (onPresent) opened.addEventListener('present', ({ data }: MessageEvent<string>) => hearPresent(data))
    opened.onerror = () => {
      isMissing = true
      forgetPresentSoon()
      // An interrupted stream is opened again by the browser; one that got another answer is not, nor does it say which.
      if (opened.readyState === EventSource.CLOSED) void askWhy()
    }
  }
  const askWhy = async () => {
    close()
    const asking = new AbortController()
    probe = asking
    const answer = await fetch(url, { signal: asking.signal }).catch(() => null)
    if (probe !== asking) return
    // Its body would never end.
    asking.abort()
    if (answer && (answer.redirected || [401, 403, 404].includes(answer.status))) {
      hearPresent(null)
      return onRefused()
    }
    // Not all at the same moment, when everyone lost the same server.
    timer = setTimeout(open, wait * (0.5 + Math.random() / 2))
    wait = Math.min(wait * 2, longestWait)
  }

  const onVisibility = () => {
    if (!document.hidden) return open()
    isMissing = true
    close()
    forgetPresentSoon()
  }
  if (!document.hidden) open()
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    close()
    hearPresent(null)
  }
}
