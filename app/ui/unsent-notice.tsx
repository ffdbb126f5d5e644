import { useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import type { Unsent } from './form-reply.ts'
import { Notice } from './notice.tsx'
import { SignInElsewhere } from './sign-in-elsewhere.tsx'

export type UnsentNoticeProps = {
  why: Unsent['unsent']
  message: string
  /** Whether there is anything that somebody typed or chose. */
  holdsText: boolean
  /** Sends the form as it stands now; undefined where that cannot help. */
  onAgain?: (() => void) | undefined
}

/** Beside the buttons of a form whose post was not taken: what was typed is safe, why it was not saved, and one press to send it again. */
export function UnsentNotice({ why, message, holdsText, onAgain }: UnsentNoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [message])
  return (
    <div className="unsent" ref={box}>
      <Notice tone="must">
        <p>
          <b>Not saved.</b> {holdsText && 'Your text is still here. '}
          {message} {why === 'signed out' && <SignInElsewhere />}
        </p>
        {onAgain && (
          <Button onClick={onAgain} className="again">
            Try again
          </Button>
        )}
      </Notice>
    </div>
  )
}
