import { useId } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { draftOfferWords, draftWords } from './draft-words.ts'
import type { OfferedDraft } from './use-draft.ts'
import { buttonWords } from './button-words.ts'

/** What a form can give back of what was typed in it before. */
export function DraftOffers({ draft }: { draft: OfferedDraft }) {
  const { offered, homeless } = draft
  return (
    <>
      {offered && <DraftOffer at={offered.at} onRestore={draft.restore} onDiscard={draft.discard} />}
      {homeless.length > 0 && <DraftLeftover texts={homeless} onDiscard={draft.discardHomeless} />}
    </>
  )
}

type DraftOfferProps = { at: string; onRestore: () => void; onDiscard: () => void }

/** Offers what was typed in this form before and not saved; nothing is filled in unless asked for. */
const DraftOffer = ({ at, onRestore, onDiscard }: DraftOfferProps) => (
  <div className="draft-offer no-print">
    <Notice>
      <p>{draftWords(zonedTimeWords(at))}</p>
      <div className="acts">
        <Button onClick={onRestore}>{draftOfferWords.restore}</Button>
        <Button tone="quiet" onClick={onDiscard}>
          {buttonWords.discard}
        </Button>
      </div>
    </Notice>
  </div>
)

type DraftLeftoverProps = { texts: readonly string[]; onDiscard: () => void }

/** Gives back texts of a draft whose fields are gone, to be copied. */
function DraftLeftover({ texts, onDiscard }: DraftLeftoverProps) {
  const id = useId()
  return (
    <div className="draft-offer no-print">
      <Notice>
        <label htmlFor={id}>{draftOfferWords.leftover}</label>
        <textarea id={id} readOnly rows={Math.min(8, texts.length + 1)} value={texts.join('\n')} />
        <div className="acts">
          <Button tone="quiet" onClick={onDiscard}>
            {buttonWords.discard}
          </Button>
        </div>
      </Notice>
    </div>
  )
}

/** In the reader's own zone: it was typed in this browser. */
const zonedTimeWords = (at: string) =>
  new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
