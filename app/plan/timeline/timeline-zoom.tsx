import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TimeScale } from './timeline-scale.ts'
import { timelineZoomWords } from './timeline-zoom-words.ts'
import { type Zoom, startOf, daysPerMove, zoomedScale, zooms } from './zoomed-scale.ts'

type TimelineZoomProps = { today: string; onZoom: (scale: TimeScale | null) => void }

/** Shows some weeks, months or quarters on the timeline instead of the whole plan, and leads earlier and later. */
export function TimelineZoom({ today, onZoom }: TimelineZoomProps) {
  const [shown, setShown] = useState<{ zoom: Zoom; from: number } | null>(null)
  const show = (next: { zoom: Zoom; from: number } | null) => {
    setShown(next)
    onZoom(next && zoomedScale(next.zoom, next.from))
  }
  // Paper shows the whole plan.
  useEffect(() => {
    if (!shown) return undefined
    const showWhole = () =>
      flushSync(() => {
        setShown(null)
        onZoom(null)
      })
    window.addEventListener('beforeprint', showWhole)
    return () => window.removeEventListener('beforeprint', showWhole)
  }, [shown, onZoom])
  const move = (by: 1 | -1) => shown && show({ ...shown, from: shown.from + by * daysPerMove(shown.zoom) })
  return (
    <div className="zoom no-print" role="group" aria-label={timelineZoomWords.label}>
      {shown && (
        <button type="button" aria-label={timelineZoomWords.earlier} onClick={() => move(-1)}>
          ‹
        </button>
      )}
      <button type="button" aria-pressed={shown === null} onClick={() => show(null)}>
        {timelineZoomWords.whole}
      </button>
      {zooms.map((zoom) => (
        <button
          key={zoom}
          type="button"
          aria-pressed={shown?.zoom === zoom}
          onClick={() => show({ zoom, from: startOf(zoom, today) })}
        >
          {timelineZoomWords[zoom]}
        </button>
      ))}
      {shown && (
        <button type="button" aria-label={timelineZoomWords.later} onClick={() => move(1)}>
          ›
        </button>
      )}
    </div>
  )
}
