import { ButtonLink } from '#app/ui/button.tsx'
import { announceOfferWords } from './announce-offer-words.ts'

export type AnnounceOfferProps = {
  side: 'vendor' | 'customer'
  /** The page of the victory card, and its picture. */
  card: string
  picture: string
}

/** Offers the victory card beside the confirmed win: to the customer for announcing it, to the vendor to look at. */
export function AnnounceOffer({ side, card, picture }: AnnounceOfferProps) {
  const words = announceOfferWords[side]
  return (
    <div className="question announce-offer no-print">
      <img className="card-picture" src={picture} alt="" width="240" height="126" loading="lazy" />
      <div>
        <h2>{words.title}</h2>
        <p>{words.says}</p>
        <div className="acts">
          <ButtonLink to={card} tone={side === 'customer' ? 'main' : 'plain'}>
            {words.open}
          </ButtonLink>
          {side === 'customer' && (
            <a className="btn quiet" href={picture} download="victory-card.png">
              {announceOfferWords.download}
            </a>
          )}
        </div>
      </div>
    </div>
  )
}
