import { Notice } from './notice.tsx'

/** Says that no email leaves this installation, wherever a page speaks of emails. */
export const HeldEmails = () => (
  <div className="no-print">
    <Notice>
      Emails are on hold: this is a restored copy. They are sent once an administrator of the installation releases
      them.
    </Notice>
  </div>
)
