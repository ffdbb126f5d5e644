import { memo } from 'react'
import type { PlanView } from '../view/plan-view.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { Mark } from '#app/ui/marks.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { agreementStripWords, agreementTitle, neededBeforeAgreeing, sideAgreementWords } from './agreement-words.ts'
import { bothSidesAgree, agreementOf } from './side-agreements.ts'
import { RequestChange } from './request-change.tsx'
import { isPlanOver } from '../core/stages.ts'

const ChangedSinceAgreed = lazyPart(
  'changed-since-agreed',
  async () => (await import('./changed-since-agreed.tsx')).ChangedSinceAgreed,
)
const AgreeForm = lazyPart('agree-form', async () => (await import('./agree-form.tsx')).AgreeForm)
const Objections = lazyPart('objections', async () => (await import('./objections.tsx')).Objections)

export type AgreementStripProps = {
  plan: PlanView
  links: PlanLinks
  formKey: string
  reply?: FormReply | null | undefined
}

/** Who agrees to the plan as it is, what changed since both did, what either side asks to change, and the ways to answer. */
export const AgreementStrip = memo(function AgreementStrip(props: AgreementStripProps) {
  const { plan, links, formKey, reply } = props
  const { firstWin } = plan
  const { changedSinceAgreed: changed, objections } = plan
  const { may, side } = plan.viewer
  const waitsForReader = may.agree && !agreementOf(plan, side)?.current
  const over = isPlanOver(plan)
  const isSettled = changed.length === 0 && objections.length === 0 && bothSidesAgree(plan)
  if (over || (isSettled && !may.agree)) return null
  if (isSettled)
    return (
      <section className="agreement settled no-print" aria-label={agreementStripWords.label}>
        <div>
          <MissedRefusal {...props} />
          <RequestChange {...props} />
        </div>
      </section>
    )
  return (
    <section
      id="agreement"
      className={changed.length > 0 ? 'agreement changed' : 'agreement'}
      aria-label={agreementStripWords.label}
    >
      <div>
        <h2>{agreementTitle(plan)}</h2>
        <MissedRefusal {...props} />
        {changed.length > 0 && <ChangedSinceAgreed {...props} />}
        {objections.length > 0 && <Objections {...props} />}
        <ul className="stand">
          {(['customer', 'vendor'] as const).map((side) => (
            <li key={side}>
              <Mark side={side} /> {sideAgreementWords(plan, side)}
            </li>
          ))}
        </ul>
        {may.agree && !waitsForReader && <RequestChange {...props} />}
      </div>
      {waitsForReader && (
        <div className="agree no-print">
          {'open' in firstWin || plan.criticalReason === null ? (
            <>
              <p className="fine">
                {neededBeforeAgreeing({ reason: plan.criticalReason === null, win: 'open' in firstWin })}
              </p>
              {may.editTerms && <ButtonLink to={links.terms}>{mainPageNames.terms}</ButtonLink>}
            </>
          ) : (
            <AgreeForm plan={{ ...plan, firstWin }} links={links} formKey={formKey} reply={reply} />
          )}
          <RequestChange {...props} />
        </div>
      )}
    </section>
  )
})

/** Why something could not be restored, where it is no longer in the list. */
function MissedRefusal({ plan, reply }: AgreementStripProps) {
  const refused = replyTo(reply, 'restore-agreed')
  const part = postedValue(refused, 'part')
  if (refused?.status !== 'invalid' || plan.changedSinceAgreed.some((change) => change.part === part)) return null
  return <Notice tone="must">{refused.message ?? agreementStripWords.notRestored}</Notice>
}
