import { ButtonLink } from '#app/ui/button.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { announceOfferWords } from './announce-offer-words.ts'
import { copyLinkWords } from './link-panel-words.ts'

export type AnnounceOfferProps = {
  side: 'vendor' | 'customer'
  /** Whether this viewer can switch the card's link on. */
  mayShare: boolean
  /** The page of the victory card, and its picture. */
  card: string
  picture: string
  /** The address of the card while its link is on, for those who can share it. */
  link?: string | undefined
}

/** Offers the victory card beside the confirmed win: to people who can share it, for announcing it; to the others, to look at. */
export function AnnounceOffer({ side, mayShare, card, picture, link }: AnnounceOfferProps) {
  const words = announceOfferWords[mayShare ? 'sharer' : side]
  return (
    <div className="question announce-offer no-print">
      <img className="card-picture" src={picture} alt="" width="240" height="126" loading="lazy" />
      <div>
        <h2>{words.title}</h2>
        <p>{link === undefined ? words.says : announceOfferWords.shared}</p>
        <div className="acts">
          <ButtonLink to={card} tone={mayShare ? 'main' : 'plain'}>
            {words.open}
          </ButtonLink>
          {link !== undefined && <CopyButton text={link} words={copyLinkWords} />}
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
