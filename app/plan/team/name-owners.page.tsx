import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayOnPlan, requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { sideOf } from '#app/policy/policy.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { PrivateMark } from '../view/private-part.tsx'
import { planRefusals } from '../core/plan-refusal-words.ts'
import { ownerInput } from '../task/task-input.server.ts'
import { countInvitedOwner } from './count-invited-owner.server.ts'
import { nameOwnersWords } from './name-owners-words.ts'
import { OpenSeatForms } from './open-seat-forms.tsx'
import { getOpenSeats } from './open-seats-queries.server.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(nameOwnersWords.title, data?.page.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/owners',
    params['planId'],
    planRefusals.viewOnly,
  )
  const page = await getOpenSeats(context.parts, viewer, viewer.planId).catch(throwAsPage)
  const company = page.companies[sideOf(viewer.actor)]
  const mayInvite = mayOnPlan(viewer)('invite-owner')
  return { page, company, mayInvite, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const then = () => planLinks(planId).nameOwners
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'edit-task': { input: (values) => ({ ...values, ...ownerInput(values) }), then },
      'invite-owner': { before: countInvitedOwner(context, viewer), then },
    },
  )
}

export default function NameOwnersPage() {
  const { page, company, mayInvite, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PrivateMark company={company} />
      <PageHead
        title={nameOwnersWords.title}
        eyebrow={<PageLink to={links.plan}>{page.project}</PageLink>}
        intro={page.seats.length > 0 ? nameOwnersWords.intro(company) : nameOwnersWords.none(company)}
        actions={<ButtonLink to={links.plan}>{nameOwnersWords.back}</ButtonLink>}
      />
      {page.seats.map((seat) => (
        <OpenSeatForms
          key={seat.id}
          seat={seat}
          page={page}
          mayInvite={mayInvite && seat.isCustomers}
          keyFor={keyFor}
          replies={{
            edit: replyTo(reply, 'edit-task', { taskId: seat.id }),
            invite: replyTo(reply, 'invite-owner', { taskId: seat.id }),
          }}
        />
      ))}
    </div>
  )
}
