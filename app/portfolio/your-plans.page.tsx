import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireViewer } from '#app/access/core/guards.server.ts'
import { findOwnPlans } from '#app/access/participants/find-person.server.ts'
import { paths } from '#app/kit/paths.ts'
import { Tag } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { liveByWords, noPlansSharedWords } from './plans-words.ts'
import { longDate } from '#app/ui/date-words.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Your plans') }]

/** The plans of someone of a customer. Members have a page of their own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, workspace } = await requireViewer({ request, context })
  if (actor.kind === 'member') throw redirect('/plans')
  const plans = await findOwnPlans(context.parts, actor)
  return { vendor: workspace.name, plans }
}

export default function YourPlansPage() {
  const { vendor, plans } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <PageHead title="Your plans" eyebrow={vendor} />
      {plans.length === 0 ? (
        <Empty title="No plans are shared with you">{noPlansSharedWords(vendor)}</Empty>
      ) : (
        <Panel>
          <ul className="people bare">
            {plans.map(({ id, project, account, role, state, criticalDate }) => (
              <li key={id}>
                <span>
                  <b>
                    <Link to={paths.plan(id)}>
                      <bdi>{project}</bdi>
                    </Link>
                  </b>
                  <small>
                    <Sentence parts={liveByWords(<Name>{account}</Name>, longDate(criticalDate))} />
                  </small>
                </span>
                <span className="tags">
                  <Tag>{role}</Tag>
                  {state in ended && <Tag>{ended[state]}</Tag>}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}

/** What is said of a plan that came to its end. */
const ended: Record<string, string> = { won: 'first win confirmed', lost: 'closed' }
