import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { frameWords } from './frame-words.ts'

/** Shorter waits show no line, in milliseconds: it would only flash. */
const moment = 300

/** A thin line along the top of the window while the next page or the answer to a form is loading. */
export function Progress() {
  const isUnderWay = useNavigation().state !== 'idle'
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setTimeout(() => setSlow(true), moment)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isUnderWay])
  return isSlow && <div className="progress no-print" role="progressbar" aria-label={frameWords.loading} />
}
