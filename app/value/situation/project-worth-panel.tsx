import { figureAmountWords, figureKindLabels } from '#app/runner/events/figure-words.ts'
import { kindOfUnit } from '#app/runner/events/figure-units.ts'
import { Tag } from '#app/ui/marks.tsx'
import { keyPersonStates } from './key-person-words.ts'
import type { WorthOfUnit } from './project-worth.ts'
import { projectWorthWords, worthPartWords, worthWords } from './project-worth-words.ts'

/** What the project is worth, by unit, with each figure, its person and source; nothing where there is no figure. */
export function ProjectWorthPanel({ worth }: { worth: readonly WorthOfUnit[] }) {
  if (worth.length === 0) return null
  return (
    <section className="panel worth" aria-label={projectWorthWords.title}>
      <h2>{projectWorthWords.title}</h2>
      <p className="fine">{projectWorthWords.hint}</p>
      {worth.map((sum) => (
        <section key={sum.unit} className="worth-unit" aria-label={figureKindLabels[kindOfUnit(sum.unit)]}>
          <h3>{figureAmountWords({ amount: sum.confirmed + sum.open, unit: sum.unit })}</h3>
          {sum.confirmed > 0 && sum.open > 0 && <p className="fine">{worthWords([sum])}</p>}
          <ul>
            {sum.parts.map((part, at) => (
              <li key={at}>
                <span dir="auto">{worthPartWords(part)}</span>{' '}
                <Tag tone={part.isConfirmed ? 'good' : 'plain'}>
                  {keyPersonStates[part.isConfirmed ? 'confirmed' : 'shared']}
                </Tag>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
