import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { refuseOverloaded } from '#app/runner/refuse-overloaded.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead } from '#app/ui/panel.tsx'
import { PrivateMark } from '../view/private-part.tsx'
import { forecastPageWords, simulationWords } from './forecast-words.ts'
import { ForecastShown } from './forecast-shown.tsx'
import { getForecastInput } from './forecast-queries.server.ts'
import { computeForecast } from './run-forecast.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(forecastPageWords.title, data?.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/forecast', params['planId'])
  const input = await getForecastInput(context.parts, viewer, viewer.planId).catch(throwAsPage)
  await context.parts.reads.end()
  await countAgainstLimit(context, [['computation by a person', viewer.actor.id]]).catch(throwAsPage)
  const { computations } = context.parts
  const forecast =
    input && (await computations.run('people', computeForecast, input).catch(refuseOverloaded).catch(throwAsPage))
  return { forecast, vendor: viewer.workspace.name, planId: viewer.planId, project: viewer.plan.project }
}

/** The forecast without JavaScript: the same figures as the plan page's, computed on the server. */
export default function ForecastPage() {
  const { forecast, vendor, planId, project } = useLoaderData<typeof loader>()
  return (
    <>
      <PrivateMark company={vendor} />
      <PageHead
        title={forecastPageWords.title}
        eyebrow={<PageLink to={planLinks(planId).plan}>{project}</PageLink>}
        intro={simulationWords(forecast?.runs)}
      />
      {forecast ? (
        <section aria-label={forecastPageWords.title} className="forecast">
          <ForecastShown forecast={forecast} />
        </section>
      ) : (
        <Empty title={forecastPageWords.emptyTitle}>{forecastPageWords.empty}</Empty>
      )}
    </>
  )
}
