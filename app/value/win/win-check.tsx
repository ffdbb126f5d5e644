import type { TargetComparison } from '#app/plan/terms/win-measure.ts'
import type { FirstWinView } from '#app/plan/view/plan-view.ts'
import { AskedCheck } from '#app/ui/asked-check.tsx'
import { Check } from '#app/ui/check-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { withUnit } from '#emails/parts/amounts.ts'
import { type AudienceView, audienceWords, comparedWords } from '../value-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import {
  afterConfirmingWords,
  announcedWords,
  confirmingWords,
  stillTrueWords,
  winCheckWords,
  writeAgainWords,
} from './win-words.ts'

export type WinCheckProps = {
  win: FirstWinView
  measured: number
  reached: TargetComparison
  account: string
  workspace: string
  audience: AudienceView
}

/** What will be sent and who will be told, before a first win is confirmed; if the value misses the target, with the wording to use. */
export function WinCheck({ win, measured, reached, account, workspace, audience }: WinCheckProps) {
  const value = withUnit(measured, win.unit)
  const told = audienceWords(audience)
  return (
    <section className="win-check" aria-label={winCheckWords.label}>
      <Notice tone={reached === 'met' ? 'good' : 'must'}>{comparedWords({ ...win, measured })}</Notice>
      <h2>{winCheckWords.sent}</h2>
      <p>
        <b>{announcedWords(account, reached === 'met' ? win.statement : null)}</b>
      </p>
      <p>{confirmingWords(win, measured)}</p>
      {reached !== 'met' && (
        <div className="fields">
          <TextArea
            name="statement"
            label={winCheckWords.statement}
            rows={2}
            value={win.statement}
            maxLength={textSizes.sentence}
            hint={writeAgainWords(withUnit(win.target, win.unit))}
          />
          <Check name="wordsHold" value="yes" label={stillTrueWords(value)} />
        </div>
      )}
      {reached === 'worse' && <ConfirmWorse />}
      <h2>{winCheckWords.recipients}</h2>
      <p>{winCheckWords.byEmail}</p>
      <dl className="meta told">
        {told.vendor && (
          <>
            <dt>{workspace}</dt>
            <dd>{told.vendor}</dd>
          </>
        )}
        {told.customer && (
          <>
            <dt>{account}</dt>
            <dd>{told.customer}</dd>
          </>
        )}
      </dl>
      <p className="fine">{afterConfirmingWords(workspace, win.announcedTo)}</p>
    </section>
  )
}

/** Asks again about a value that is worse than the baseline. */
export const ConfirmWorse = () => <AskedCheck name="confirmWorse" label={winCheckWords.worse} />
