import { useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import type { UnsentReply } from './form-reply.ts'
import { buttonWords } from './button-words.ts'
import { formWords, notSavedWords } from './form-words.ts'
import { Notice } from './notice.tsx'
import { SignInElsewhere } from './sign-in-elsewhere.tsx'
import { useScripted } from './use-scripted.ts'

export type UnsentNoticeProps = {
  why: UnsentReply['unsent']
  message: string
  /** How many attempts in a row have failed. */
  times: number
  /** Whether the form holds anything typed or chosen. */
  holdsText: boolean
  /** Sends the form in its current state; undefined where that cannot help. */
  onAgain?: (() => void) | undefined
}

/**
 * Beside the buttons of a form whose post did not get through: the text is safe, why it was not saved, and a button to send it
 * again. Without script the form's own button does that, and the page opens with the focus here.
 */
export function UnsentNotice({ why, message, times, holdsText, onAgain }: UnsentNoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  const isScripted = useScripted()
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [times])
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- what went wrong takes the focus, also without JavaScript
    <div className="unsent" ref={box} tabIndex={-1} autoFocus>
      <Notice tone="must">
        {/* Another element each time, so that it is read out again. */}
        <p key={times}>
          <b>{notSavedWords(why, times > 1)}</b> {holdsText && formWords.textKept} {message}{' '}
          {why === 'signed out' && <SignInElsewhere />}
        </p>
        {onAgain && isScripted && (
          <Button onClick={onAgain} className="again">
            {buttonWords.tryAgain}
          </Button>
        )}
      </Notice>
    </div>
  )
}
