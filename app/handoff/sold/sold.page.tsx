import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { habitOf, settleNumbers } from '#app/runner/settle-numbers.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { setServiceInput } from '../model.ts'
import { CapabilityList } from './capability-list.tsx'
import { NeedFields } from './need-fields.tsx'
import { OpenPoints } from './open-points.tsx'
import { ServicesPanel } from './services-panel.tsx'
import { getSold } from './sold-queries.server.ts'
import { soldWords } from './sold-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(soldWords.title, data?.sold.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/sold', params['planId'])
  const sold = await getSold(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return { sold, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => planLinks(planId).sold
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'add-capability': { then },
      'deliver-capability': { then },
      'withdraw-delivery': { then },
      'accept-capability': { then },
      'withdraw-acceptance': { then },
      'restore-capability': { then },
      'set-service': { input: (values) => settleNumbers(setServiceInput, values, habitOf(request)), then },
    },
  )
}

/** What the customer needs, what was promised and sold of it, and how far it is delivered. */
export default function SoldPage() {
  const { sold, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const keyFor = formKeys(formKey)
  const { capabilities, removed, may } = sold
  const adding = replyTo(reply, 'add-capability')
  return (
    <div className="stack sold">
      <PageHead
        title={soldWords.title}
        eyebrow={<PageLink to={links.plan}>{sold.project}</PageLink>}
        intro={soldWords.intro(sold.account, sold.vendor)}
      />
      <OpenPoints capabilities={capabilities} capabilityAt={links.soldOne} />
      <CapabilityList sold={sold} capabilityAt={links.capability} taskAt={links.taskPage} {...{ keyFor, reply }} />
      {may.edit && (
        <section className="panel no-print" id="add">
          <h2>{soldWords.add}</h2>
          <Form
            key={capabilities.length}
            intent="add-capability"
            idempotencyKey={keyFor('add-capability')}
            reply={adding}
          >
            <NeedFields askers={sold.askers} />
            <div className="acts">
              <SubmitButton>{soldWords.addNow}</SubmitButton>
            </div>
          </Form>
        </section>
      )}
      {removed.length > 0 && (
        <section className="panel no-print">
          <h2>{soldWords.removed}</h2>
          {removed.map(({ id, need }) => (
            <Form
              key={id}
              className="inline"
              intent="restore-capability"
              idempotencyKey={keyFor('restore-capability', id)}
              hidden={{ capabilityId: id }}
              reply={replyTo(reply, 'restore-capability', { capabilityId: id })}
            >
              <p dir="auto">{need}</p>
              <SubmitButton tone="quiet" aria-label={buttonAbout(soldWords.restore, need)}>
                {soldWords.restore}
              </SubmitButton>
            </Form>
          ))}
        </section>
      )}
      <ServicesPanel services={sold.services} mayChange={may.setService} {...{ keyFor, reply }} />
    </div>
  )
}
