import { Notice } from './notice.tsx'
import { noticeWords } from './notice-words.ts'

/** Says that no email leaves this installation, wherever a page speaks of emails. */
export const HeldEmails = () => (
  <div className="no-print">
    <Notice>{noticeWords.emailsHeld}</Notice>
  </div>
)
