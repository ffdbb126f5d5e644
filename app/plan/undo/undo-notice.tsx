import { type ReactNode, useEffect, useState } from 'react'
import { Toast } from '#app/ui/toast.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { UndoForm, type UndoFormProps } from './undo-form.tsx'

type UndoNoticeProps = Omit<UndoFormProps, 'words' | 'number' | 'isUndoing'> & {
  /** What the reader just did; null where there is nothing to undo. */
  change: { number: number; words: string; isUndoing: boolean } | null
  /** What is asked about it. */
  question?: ((dismiss: () => void) => ReactNode) | null | undefined
}

/** Says what the reader just did, and offers to undo it. */
export function UndoNotice({ change, question, ...form }: UndoNoticeProps) {
  const isFilled = useFilledRegion()
  return (
    <Toast
      id={isFilled && change ? String(change.number) : null}
      words={change && `${change.words}.`}
      action={change && <UndoForm words={change.words} number={change.number} isUndoing={change.isUndoing} {...form} />}
      more={question}
    />
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
