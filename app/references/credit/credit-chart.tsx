import { creditChartWords, quarterWords } from './credit-words.ts'
import type { WinsAndReferences } from './credit-table.ts'

const height = 168
const floor = height - 26
const tallest = floor - 22

/** Wins and references of a year by quarter, each once: bars drawn by the server, and read out as one text. */
export function CreditChart({ year, quarters }: { year: number; quarters: readonly WinsAndReferences[] }) {
  const most = Math.max(1, ...quarters.flatMap(({ wins, references }) => [wins, references]))
  return (
    <svg className="credit-chart" width="100%" height={height} role="img" aria-label={creditChartWords(year, quarters)}>
      <line x1="0" x2="100%" y1={floor} y2={floor} />
      {quarters.map(({ wins, references }, at) => (
        <g key={at}>
          <Bar className="wins" x={at * 25 + 7} value={wins} most={most} />
          <Bar className="references" x={at * 25 + 13} value={references} most={most} />
          <text x={`${at * 25 + 12.5}%`} y={height - 6}>
            {quarterWords(at + 1)}
          </text>
        </g>
      ))}
    </svg>
  )
}

type BarProps = { className: string; x: number; value: number; most: number }

function Bar({ className, x, value, most }: BarProps) {
  const tall = (value / most) * tallest
  if (value === 0) return null
  return (
    <>
      <rect
        className={className}
        x={`${x}%`}
        width="5%"
        y={(floor - tall).toFixed(1)}
        height={tall.toFixed(1)}
        rx="3"
      />
      <text className="amount" x={`${x + 2.5}%`} y={(floor - tall - 7).toFixed(1)}>
        {value}
      </text>
    </>
  )
}
