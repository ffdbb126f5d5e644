import type { TargetComparison } from '#app/plan/terms/win-measure.ts'
import { AskedCheck } from '#app/ui/asked-check.tsx'
import { Check } from '#app/ui/check-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { withUnit } from '#emails/parts/amounts.ts'
import { comparedWords } from '../value-words.ts'
import { EmailsShown } from './emails-shown.tsx'
import { type WinEmailsProps, winEmails } from './win-emails.ts'
import {
  afterConfirmingWords,
  channelsToldWords,
  emailsShownWords,
  stillTrueWords,
  winCheckWords,
  writeAgainWords,
} from './win-words.ts'

export type WinCheckProps = WinEmailsProps & { reached: TargetComparison }

/** How the value compares, and every email that will be sent, before a first win is confirmed; if the value misses the target, whether its words hold. */
export function WinCheck({ reached, ...props }: WinCheckProps) {
  const { win, measured, workspace, audience } = props
  const emails = winEmails(props)
  return (
    <section className="win-check" aria-label={winCheckWords.label}>
      <Notice tone={reached === 'met' ? 'good' : 'must'}>{comparedWords({ ...win, measured })}</Notice>
      {reached !== 'met' && props.statement === win.statement && (
        <div className="fields">
          <p>{writeAgainWords(withUnit(win.target, win.unit))}</p>
          <Check name="wordsHold" value="yes" label={stillTrueWords(withUnit(measured, win.unit))} />
        </div>
      )}
      {reached === 'worse' && <ConfirmWorse />}
      <h2>{winCheckWords.sent}</h2>
      <p>{emails.length > 0 ? winCheckWords.byEmail : emailsShownWords.none}</p>
      <EmailsShown emails={emails} />
      {audience.marketing === 0 && <p className="fine">{emailsShownWords.noMarketing(workspace)}</p>}
      {audience.channels.length > 0 && <p dir="auto">{channelsToldWords(workspace, audience.channels)}</p>}
      <p className="fine">{afterConfirmingWords(workspace, win.announcedTo)}</p>
    </section>
  )
}

/** Asks again about a value that is worse than the baseline. */
export const ConfirmWorse = () => <AskedCheck name="confirmWorse" label={winCheckWords.worse} />
