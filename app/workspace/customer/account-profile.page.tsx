import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { labels } from '#app/kit/label-words.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { paths } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { getAccountProfile } from './account-profile-queries.server.ts'
import { accountProfileWords } from './account-profile-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(accountProfileWords.title, data?.page.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId } = await requirePlanPage({ request, context }, 'plans/:planId/customer', params['planId'])
  const page = await getAccountProfile(context.parts, { workspaceId: actor.workspaceId, planId }).catch(throwAsPage)
  return { page, planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => paths.plan(planId)
  return dispatch(request, { context, actor, scopeId: planId }, { 'set-account-profile': { then } })
}

export default function AccountProfilePage() {
  const { page, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { industry, region, known } = page
  return (
    <>
      <PageHead
        title={accountProfileWords.title}
        eyebrow={<PageLink to={paths.plan(planId)}>{page.project}</PageLink>}
        intro={accountProfileWords.intro(page.account)}
      />
      <Panel>
        <Form
          idempotencyKey={formKey}
          intent="set-account-profile"
          reply={replyTo(reply, 'set-account-profile')}
          seen={{ industry: industry ?? '', region: region ?? '' }}
        >
          <div className="fields">
            <TextField
              name="industry"
              label={labels.industry}
              width="half"
              optional
              value={industry ?? ''}
              maxLength={longestName}
              hint={accountProfileWords.industryHint}
              list="industries"
            />
            <TextField
              name="region"
              label={labels.region}
              width="half"
              optional
              value={region ?? ''}
              maxLength={longestName}
              hint={accountProfileWords.regionHint}
              list="regions"
            />
          </div>
          <Known id="industries" values={known.industries} />
          <Known id="regions" values={known.regions} />
          <div className="acts">
            <SubmitButton>{buttonWords.save}</SubmitButton>
            <ButtonLink to={paths.plan(planId)} tone="quiet">
              {buttonWords.cancel}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
    </>
  )
}

/** What other customers have, so that one industry is written in one way. */
function Known({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  )
}
