import { ButtonLink } from '#app/ui/button.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { OpenWinView } from '#app/plan/view/plan-view.ts'
import { firstWinCardWords, openPartsWords, openWinWords, proposedDayWords } from './first-win-card-words.ts'

export type OpenWinCardProps = {
  win: OpenWinView
  /** The account's name: who announces it. */
  account: string
  today: string
  /** Where it is defined; null where the reader may not. */
  defineAt: string | null
}

/** Region *First win* while something of it is not said yet: what is there, what is missing, and the way to say it. */
export function OpenWinCard({ win, account, today, defineAt }: OpenWinCardProps) {
  return (
    <section className="win open-card" aria-label={firstWinCardWords.region}>
      <h2>{win.statement ? firstWinCardWords.title : openWinWords.title}</h2>
      {win.statement ? <blockquote>{quoted(win.statement)}</blockquote> : <p>{openWinWords.question(account)}</p>}
      <p className="fine">
        {win.statement ? openPartsWords(win.open) : openWinWords.example} {proposedDayWords(longDate(win.winBy, today))}
      </p>
      {defineAt && (
        <p className="record no-print">
          <ButtonLink to={defineAt} tone="main">
            {win.statement ? openWinWords.complete : openWinWords.define}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
