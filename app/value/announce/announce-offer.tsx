import { ButtonLink } from '#app/ui/button.tsx'
import { announceOfferWords } from './announce-offer-words.ts'

export type AnnounceOfferProps = {
  side: 'vendor' | 'customer'
  /** Whether this viewer can switch the card's link on. */
  mayShare: boolean
  /** The page of the victory card, and its picture. */
  card: string
  picture: string
}

/** Offers the victory card beside the confirmed win: to people who can share it, for announcing it; to the others, to look at. */
export function AnnounceOffer({ side, mayShare, card, picture }: AnnounceOfferProps) {
  const words = announceOfferWords[mayShare ? 'sharer' : side]
  return (
    <div className="question announce-offer no-print">
      <img className="card-picture" src={picture} alt="" width="240" height="126" loading="lazy" />
      <div>
        <h2>{words.title}</h2>
        <p>{words.says}</p>
        <div className="acts">
          <ButtonLink to={card} tone={mayShare ? 'main' : 'plain'}>
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
