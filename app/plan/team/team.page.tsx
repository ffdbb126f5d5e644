import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { roleNameList } from '#app/policy/role-name-words.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { getTeamPage } from './team-queries.server.ts'
import { memberNamesWords, noOthersWords, staysWords, teamPageWords } from './team-words.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(teamPageWords.title, data?.page.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/team',
    params['planId'],
    planRefusals.leadOrAdmin,
  )
  const page = await getTeamPage(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return { page, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const sender = { context, actor, scopeId: planId }
  return dispatch(request, sender, { 'set-team': { then: () => planLinks(planId).plan } })
}

export default function TeamPage() {
  const { page, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const lead = page.members.find(({ isLead }) => isLead)
  const others = page.members.filter(({ isLead }) => !isLead)
  return (
    <div className="stack">
      <PageHead
        title={teamPageWords.title}
        eyebrow={<PageLink to={links.plan}>{page.project}</PageLink>}
        intro={teamPageWords.intro(lead?.name)}
      />
      <Panel>
        {others.length === 0 ? (
          <p>
            <Sentence
              parts={noOthersWords((title) => (
                <PageLink to="/workspace">{title}</PageLink>
              ))}
            />
          </p>
        ) : (
          <Form
            idempotencyKey={formKeys(formKey)('set-team')}
            intent="set-team"
            reply={replyTo(reply, 'set-team')}
            seen={{ memberIds: shown(others.filter(({ inTeam }) => inTeam).map(({ id }) => id)) }}
            show={(_field, value) => namesOf(page.members, value)}
          >
            <CheckGroup
              name="memberIds"
              legend={teamPageWords.members}
              options={others.map(({ id, name, roles, inTeam, stays }) => ({
                value: id,
                label: name,
                hint: stays ? staysWords(roles) : roleNameList(roles),
                checked: inTeam,
              }))}
            />
            <div className="acts">
              <SubmitButton>{buttonWords.save}</SubmitButton>
              <ButtonLink to={links.plan} tone="quiet">
                {buttonWords.cancel}
              </ButtonLink>
            </div>
          </Form>
        )}
      </Panel>
    </div>
  )
}

/** What the sender saw, also where it was no one. */
const shown = (ids: string[]) => (ids.length > 0 ? ids : '')

/** Ids of members, one or as a JSON list, as their names. */
const namesOf = (members: readonly { id: string; name: string }[], value: string): string =>
  memberNamesWords(members.filter(({ id }) => value.includes(id)).map(({ name }) => name))
