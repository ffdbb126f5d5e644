import { useEffect, useState } from 'react'
import { Notice } from '#app/ui/notice.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { UndoForm, type UndoFormProps } from './undo-form.tsx'

type UndoNoticeProps = Omit<UndoFormProps, 'what' | 'number'> & {
  /** What the reader just did; null where there is nothing to undo. */
  change: { number: number; words: string } | null
}

/**
 * Says what the reader just did, and offers to undo it, at the foot of the window: the page below it does not move. Its region stays,
 * so that screen readers hear each change once.
 */
export function UndoNotice({ change, ...form }: UndoNoticeProps) {
  const isFilled = useFilledRegion()
  return (
    <div className="undo-toast no-print" role="status">
      {isFilled && change && (
        <div data-returns-focus>
          <Notice tone="good" isRead>
            <div className="kept">
              <span key={change.number}>You {change.words}.</span>{' '}
              <UndoForm what={change.words} number={change.number} {...form} />
            </div>
          </Notice>
        </div>
      )}
    </div>
  )
}

/** False for a moment after script has opened a page: what comes together with its live region is not read out. */
function useFilledRegion(): boolean {
  const isOpenedByScript = useScripted()
  const [isFilled, setFilled] = useState(!isOpenedByScript)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setFilled(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return isFilled
}
