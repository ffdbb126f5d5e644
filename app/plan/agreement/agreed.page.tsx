import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { getAgreed } from './get-agreed.server.ts'
import { AgreedDocument } from './agreed-document.tsx'
import { PrintButton } from '../core/print-button.tsx'
import { agreedDocumentWords, agreedPageTitle, agreedPartiesWords } from './agreed-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(agreedDocumentWords.pageTitle, data?.agreed.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/agreed/:number', params['planId'])
  const number = Number(params['number'])
  const agreed = await getAgreed(context.parts, viewer, viewer.planId, number).catch(throwAsPage)
  return { agreed, planId: viewer.planId }
}

export default function AgreedPage() {
  const { agreed, planId } = useLoaderData<typeof loader>()
  const links = planLinks(planId)
  return (
    <>
      <PageHead
        title={agreedPageTitle(longDate(agreed.agreedOn, agreed.today))}
        eyebrow={<PageLink to={links.plan}>{agreed.project}</PageLink>}
        intro={agreedPartiesWords({
          vendor: agreed.companies.vendor,
          customer: agreed.companies.customer,
          number: agreed.number,
          versions: agreed.versions.length,
        })}
        actions={<PrintButton className="btn no-print" />}
      />
      <AgreedDocument agreed={agreed} links={links} />
    </>
  )
}
