import type { FormReply } from '#app/ui/form-reply.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { ReferenceQuestion } from './reference-question.tsx'
import { ReferenceState } from './reference-state.tsx'
import { WonCard } from './won-card.tsx'
import type { PlanWinView } from './win-queries.server.ts'
import type { WonView } from './won-view.ts'

/** Loaded on plans that are won alone. */
const AnnounceOffer = lazyPart(
  'announce-offer',
  async () => (await import('../announce/announce-offer.tsx')).AnnounceOffer,
)

type CelebrationProps = {
  won: WonView
  win: Pick<PlanWinView, 'reference' | 'mayCorrect' | 'mayShare' | 'cardLink'>
  today: string
  side: 'vendor' | 'customer'
  vendor: string
  links: PlanLinks
  formKey: string
  reply?: FormReply | null | undefined
}

/** What stands at the top of a plan whose first win is confirmed, with the question about a reference or what became of it. */
export function Celebration({ won, win, today, side, vendor, links, formKey, reply }: CelebrationProps) {
  const { reference, mayCorrect, mayShare } = win
  return (
    <WonCard won={won} today={today} correctAt={mayCorrect ? links.win : null}>
      {reference?.mayAnswer && (
        <ReferenceQuestion
          formKey={formKey}
          reply={reply}
          vendor={vendor}
          agreeAt={links.reference}
          action={links.plan}
          answer={reference.answer === 'not asked' ? 'open' : reference.answer}
        />
      )}
      <AnnounceOffer
        side={side}
        mayShare={mayShare}
        card={links.card}
        picture={links.cardPicture}
        link={win.cardLink}
      />
      {reference && side === 'vendor' && <ReferenceState answer={reference.answer} />}
    </WonCard>
  )
}
