import { type ReactNode, useState } from 'react'
import { Notice } from './notice.tsx'
import { useScripted } from './use-scripted.ts'
import { noticeWords } from './notice-words.ts'

type ToastProps = {
  /** Changes with each message; null while there is none. */
  id: string | null
  words: ReactNode
  /** What can be done about it. */
  action?: ReactNode
  /** What stands below. */
  more?: ((dismiss: () => void) => ReactNode) | null | undefined
}

/**
 * Shows what the reader just did, at the bottom of the window, without moving the page. Without JavaScript it is part of the page,
 * which opens at this message. Its region stays, so that screen readers announce each message once.
 */
export function Toast({ id, words, action, more }: ToastProps) {
  const isScripted = useScripted()
  const [dismissed, dismiss] = useState<string | null>(null)
  return (
    <div className="toast no-print" role="status">
      {id !== null && id !== dismissed && (
        // eslint-disable-next-line jsx-a11y/no-autofocus -- only without script, where nothing else leads to the answer
        <div data-returns-focus tabIndex={-1} autoFocus={!isScripted}>
          <Notice tone="good" isRead>
            <div className="toast-row">
              {/* Another element each time, so that it is read out again. */}
              <span key={id}>{words}</span> {action}
              {isScripted && (
                <button
                  type="button"
                  className="toast-close"
                  aria-label={noticeWords.dismiss}
                  onClick={() => dismiss(id)}
                >
                  <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M4 4l8 8M12 4l-8 8" />
                  </svg>
                </button>
              )}
            </div>
            {more?.(() => dismiss(id))}
          </Notice>
        </div>
      )}
    </div>
  )
}
