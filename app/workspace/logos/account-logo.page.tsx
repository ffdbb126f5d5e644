import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { mayOpen } from '#app/policy/may-open.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { getAccountLogo } from './account-logo-queries.server.ts'
import { LogoForm } from './logo-form.tsx'
import { postedImage } from './posted-image.server.ts'
import { accountLogoWords, logoWords } from './logo-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(logoWords.accountTitle, data?.page.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId, standings } = await requirePlanPage(
    { request, context },
    'plans/:planId/logo',
    params['planId'],
  )
  const { workspaceId } = actor
  const page = await getAccountLogo(context.parts, { workspaceId, planId }).catch(throwAsPage)
  return { page, planId, seesProfile: mayOpen('plans/:planId/customer', standings), formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'set-account-logo': {
        input: (values, file) => ({ image: postedImage(values, file) }),
        then: () => planLinks(planId).accountLogo,
      },
    },
    { file: 'logo' },
  )
}

export default function AccountLogoPage() {
  const { page, planId, seesProfile, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { project, vendor, account, logo } = page
  return (
    <>
      <PageHead
        title={logoWords.accountTitle}
        eyebrow={<PageLink to={planLinks(planId).plan}>{project}</PageLink>}
        intro={accountLogoWords(account, vendor)}
      />
      <Panel>
        <LogoForm
          side="customer"
          name={account}
          logo={logo}
          intent="set-account-logo"
          keyFor={formKeys(formKey)}
          reply={replyTo(reply, 'set-account-logo')}
        />
      </Panel>
      {seesProfile && (
        <p className="after-fields">
          <PageLink to={planLinks(planId).accountProfile}>{logoWords.accountProfile}</PageLink>
        </p>
      )}
    </>
  )
}
