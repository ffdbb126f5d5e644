import type { PlanLinks } from '#app/kit/paths.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { isNoOneInvited } from '../view/is-no-one-invited.ts'
import type { FirstWinView, PlanView } from '../view/plan-view.ts'
import { agreeingWords, whatAgreeingMeans } from './agreeing-words.ts'

type Props = {
  plan: PlanView & { firstWin: FirstWinView }
  links: PlanLinks
  formKey: string
  reply?: FormReply | null | undefined
}

/** Agrees to the plan as it is, after saying what that means and how late it is. */
export function AgreeForm({ plan, links, formKey, reply }: Props) {
  const { tone, lead, stress } = plan.headline
  return (
    <Form
      idempotencyKey={`${formKey}:agree-plan:${plan.termsVersion}`}
      intent="agree-plan"
      action={links.plan}
      reply={replyTo(reply, 'agree-plan')}
      hidden={{ termsVersion: String(plan.termsVersion) }}
    >
      {tone === 'late' && (
        <p className="is-late">
          {lead} <em>{stress}</em>
        </p>
      )}
      <p className="fine">{whatAgreeingMeans(plan)}</p>
      <SubmitButton tone={isNoOneInvited(plan) ? 'plain' : 'main'}>{agreeingWords.agree}</SubmitButton>
    </Form>
  )
}
