import { longDate, shortDate } from '#app/ui/date-words.ts'
import { histogramOf } from './histogram.ts'
import type { GoalView } from './run-forecast.ts'
import { forecastGoalNames, markWords, pictureWords } from './forecast-words.ts'

const height = { label: 20, bars: 72, below: 38 }
const base = height.label + height.bars

/** On which days the runs reach a goal: bars to the left of the line keep its day. Drawn with SVG attributes alone. */
export function ForecastPicture({ goal, today }: { goal: GoalView; today: string }) {
  const histogram = histogramOf(goal)
  if (!histogram) return null
  const name = forecastGoalNames[goal.kind]
  const line = histogram.at(goal.by)
  const marks = [
    { key: 'half', day: goal.half, percent: 50 },
    { key: 'most', day: goal.fourInFive, percent: 80 },
  ].flatMap(({ key, day, percent }) =>
    day ? { key, at: histogram.at(day), text: markWords(percent, shortDate(day, today)) } : [],
  )
  return (
    <figure className="forecast-picture">
      <figcaption>{name}</figcaption>
      <svg width="100%" height={base + height.below} role="img" aria-label={pictureWords(goal, today)}>
        {histogram.bars.map((bar) => (
          <rect
            key={bar.from}
            className={bar.late ? 'late' : 'kept'}
            x={`${bar.from}%`}
            width={`${bar.width}%`}
            y={base - (bar.height / 100) * height.bars}
            height={(bar.height / 100) * height.bars}
          />
        ))}
        <line className="ground" x1="0" x2="100%" y1={base + 0.5} y2={base + 0.5} />
        <line className="line" x1={`${line}%`} x2={`${line}%`} y1={height.label - 4} y2={base} />
        <text className="line-label" x={`${line}%`} y="12" textAnchor={anchorAt(line)}>
          {longDate(goal.by, today)}
        </text>
        {marks.map(({ key, at }, row) => (
          <line key={key} className="mark" x1={`${at}%`} x2={`${at}%`} y1={base} y2={base + 5 + row * 15} />
        ))}
        {marks.map(({ key, at, text }, row) => (
          <text key={key} x={`${at}%`} y={base + 16 + row * 15} textAnchor={anchorAt(at)}>
            {text}
          </text>
        ))}
      </svg>
    </figure>
  )
}

const anchorAt = (at: number) => (at > 82 ? 'end' : at < 18 ? 'start' : 'middle')
