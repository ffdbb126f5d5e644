import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { textSizes } from '#app/kit/limits.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { buttonAbout, buttonWords } from '#app/ui/button-words.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { CapabilityActions } from './capability-actions.tsx'
import { CapabilityFacts } from './capability-facts.tsx'
import { capabilityLabels } from './capability-words.ts'
import { NeedFields } from './need-fields.tsx'
import { PromiseForm } from './promise-form.tsx'
import { getCapabilityPage } from './sold-queries.server.ts'
import { capabilityActionWords, capabilityPageWords, soldWords } from './sold-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.page.capability.need ?? soldWords.title, data?.page.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/sold/:capabilityId', params['planId'])
  const page = await getCapabilityPage(context.parts, viewer, viewer.planId, params['capabilityId']).catch(throwAsPage)
  return { page, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const links = planLinks(planId)
  const capabilityId = params['capabilityId'] ?? ''
  const input = (values: PostedValues) => ({ ...values, capabilityId })
  const then = () => links.capability(capabilityId)
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'edit-capability': { input, then: () => links.sold },
      'promise-capability': { input, then: () => links.sold },
      'leave-out-capability': { input, then },
      'deliver-capability': { input, then },
      'withdraw-delivery': { input, then },
      'accept-capability': { input, then },
      'withdraw-acceptance': { input, then },
      'remove-capability': { input, then: () => links.sold },
    },
  )
}

/** One capability: what is known of it, and the forms of those who may change it. */
export default function CapabilityPage() {
  const { page, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const keyFor = formKeys(formKey)
  const { capability, edits, promise, may, today, vendor } = page
  const { need, why, askedBy, leftOut, deliveredOn, accepted } = capability
  const askerName = edits?.askerId === 'else' ? (askedBy ?? '') : ''
  return (
    <div className="stack sold">
      <PageHead title={need} eyebrow={<PageLink to={links.sold}>{capabilityPageWords.back(page.project)}</PageLink>} />
      <Panel className="capabilities">
        <article aria-label={need}>
          <CapabilityFacts capability={capability} today={today} taskAt={links.taskPage} />
          <div className="acts no-print">
            <CapabilityActions capability={capability} may={may} keyFor={keyFor} reply={reply} />
          </div>
        </article>
      </Panel>
      {promise && (
        <section className="panel no-print" id="promise">
          <h2>{capabilityPageWords.promise}</h2>
          <PromiseForm
            capability={capability}
            promise={promise}
            vendor={vendor}
            idempotencyKey={keyFor('promise-capability')}
            reply={replyTo(reply, 'promise-capability')}
          />
        </section>
      )}
      {may.leaveOut && (
        <section className="panel no-print" id="left-out">
          <h2>{capabilityPageWords.leaveOut}</h2>
          <p className="fine">{capabilityPageWords.leaveOutSays}</p>
          <Form
            intent="leave-out-capability"
            idempotencyKey={keyFor('leave-out-capability')}
            reply={replyTo(reply, 'leave-out-capability')}
          >
            <TextArea
              name="reason"
              label={capabilityLabels.reason}
              rows={2}
              value={leftOut?.reason ?? ''}
              maxLength={textSizes.sentence}
            />
            <div className="acts">
              <SubmitButton tone="plain">{capabilityPageWords.saveReason}</SubmitButton>
            </div>
          </Form>
        </section>
      )}
      {may.deliver && accepted === null && deliveredOn !== null && (
        <section className="panel no-print" id="delivery">
          <h2>{capabilityLabels.deliveredOn}</h2>
          <Form
            intent="deliver-capability"
            idempotencyKey={keyFor('deliver-capability', 'day')}
            reply={replyTo(reply, 'deliver-capability')}
          >
            <DateField name="deliveredOn" label={capabilityLabels.deliveredOn} value={deliveredOn} max={today} />
            <div className="acts">
              <SubmitButton tone="plain">{capabilityActionWords.saveDay}</SubmitButton>
            </div>
          </Form>
        </section>
      )}
      {edits && (
        <section className="panel no-print" id="need">
          <h2>{capabilityPageWords.need}</h2>
          <Form
            intent="edit-capability"
            idempotencyKey={keyFor('edit-capability')}
            reply={replyTo(reply, 'edit-capability')}
            seen={{ need, why: why ?? '', askerId: edits.askerId }}
          >
            <NeedFields need={need} why={why ?? ''} {...edits} askerName={askerName} />
            <div className="acts">
              <SubmitButton>{buttonWords.save}</SubmitButton>
            </div>
          </Form>
          {may.remove && (
            <Form
              className="inline"
              intent="remove-capability"
              idempotencyKey={keyFor('remove-capability')}
              reply={replyTo(reply, 'remove-capability')}
            >
              <SubmitButton tone="quiet" aria-label={buttonAbout(buttonWords.remove, need)}>
                {buttonWords.remove}
              </SubmitButton>
            </Form>
          )}
        </section>
      )}
    </div>
  )
}
