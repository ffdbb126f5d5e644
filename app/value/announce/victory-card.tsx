import { initial } from '#app/ui/name-words.ts'
import type { CardCompany, CardView } from './card-view.ts'
import { victoryCardWords } from './victory-card-words.ts'

export type VictoryCardProps = {
  card: CardView
  /** The address of the customer's logo; null for the first letter. */
  logo: string | null
}

const Company = ({ name, people }: CardCompany) => (
  <div>
    <p dir="auto">{name}</p>
    {people.length > 0 && <p dir="auto">{victoryCardWords.people(people)}</p>}
  </div>
)

/** A victory card as a page shows and prints it: what the picture says, in all letters, and as long as it is. */
export function VictoryCard({ card, logo }: VictoryCardProps) {
  const { customer, vendor, headline, measure, before, after, saved, on } = card
  return (
    <article className="victory" aria-label={headline} translate="no">
      <div className="victory-said">
        <p className="victory-who">
          {logo ? (
            <img src={logo} alt="" width="48" height="48" />
          ) : (
            <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
              <circle cx="24" cy="24" r="24" />
              <text x="24" y="32" textAnchor="middle">
                {initial(customer.name)}
              </text>
            </svg>
          )}
          <bdi>{customer.name}</bdi>
        </p>
        <h2 dir="auto">{headline}</h2>
        <div className="victory-people">
          <Company {...customer} />
          <Company {...vendor} />
        </div>
      </div>
      <div className="victory-gain">
        <p dir="auto">{measure}</p>
        <div>
          <p>
            <span className="visually-hidden">{victoryCardWords.from} </span>
            <s>{before}</s>
          </p>
          <p className="victory-after">
            <span className="visually-hidden">{victoryCardWords.to} </span>
            {after}
          </p>
          {saved !== null && <p className="victory-saved">{saved}</p>}
        </div>
        <p>{victoryCardWords.confirmed(on)}</p>
      </div>
    </article>
  )
}
