import { useNow } from '#app/kit/request-context.tsx'
import { timeAgo } from './date-words.ts'

/** How long ago something was. The text may differ between server and browser, which React is told to expect. */
export function Moment({ at }: { at: string }) {
  return (
    <time className="ago" dateTime={at} suppressHydrationWarning>
      {timeAgo(at, useNow())}
    </time>
  )
}
