import type { PlanLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import type { PlanView } from '../view/plan-view.ts'
import { agreementStripWords } from './agreement-words.ts'
import { ChangedList } from './changed-list.tsx'
import { RestoreAgreedForm } from './restore-agreed-form.tsx'

type Props = { plan: PlanView; links: PlanLinks; formKey: string; reply?: FormReply | null | undefined }

/** What changed since both sides agreed, the ways to take it back, and the way to what was agreed. */
export function ChangedSinceAgreed({ plan, links, formKey, reply }: Props) {
  const { changedSinceAgreed, agreedNumber, today } = plan
  return (
    <>
      <ChangedList
        changes={changedSinceAgreed}
        today={today}
        openFor={postedValue(replyTo(reply, 'restore-agreed'), 'part')}
        back={(change) => (
          <RestoreAgreedForm change={change} planId={plan.id} links={links} formKey={formKey} reply={reply} />
        )}
      />
      {agreedNumber !== null && (
        <p>
          <PageLink to={links.agreed(agreedNumber)}>{agreementStripWords.compare}</PageLink>
        </p>
      )}
    </>
  )
}
