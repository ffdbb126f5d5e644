import { CopyButton } from '#app/ui/copy-button.tsx'
import { planLinkWords } from './reach-words.ts'

/** The plan's address, to hand on in another way. It lets no one in by itself: a link that signs in goes by email alone. */
export const PlanLink = ({ url }: { url: string }) => (
  <div className="plan-link">
    <code className="address">{url}</code>
    <CopyButton text={url} words={planLinkWords} />
    <p className="fine">{planLinkWords.hint}</p>
  </div>
)
