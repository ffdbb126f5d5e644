import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

export type DraftOfferProps = { at: string; onRestore: () => void; onDiscard: () => void }

/** Offers what was typed in this form before and not saved; nothing is filled in unless asked for. */
export const DraftOffer = ({ at, onRestore, onDiscard }: DraftOfferProps) => (
  <div className="draft-offer no-print">
    <Notice>
      <p>You typed something here on {momentWords(at)} and did not save it.</p>
      <div className="acts">
        <Button onClick={onRestore}>Restore what you typed</Button>
        <Button tone="quiet" onClick={onDiscard}>
          Discard
        </Button>
      </div>
    </Notice>
  </div>
)

/** In the reader's own zone: it was typed in this browser. */
const momentWords = (at: string) =>
  new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
