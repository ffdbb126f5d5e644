import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireViewer } from '#app/access/core/require-viewer.server.ts'
import { findOwnPlans } from '#app/access/participants/find-person.server.ts'
import { paths } from '#app/kit/paths.ts'
import { roleName } from '#app/policy/role-name-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Tag } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { endedWords, liveByWords, noPlansSharedWords, yourPlansWords } from './plans-words.ts'
import { longDate } from '#app/ui/date-words.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(yourPlansWords.title) }]

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
      <PageHead title={yourPlansWords.title} eyebrow={vendor} />
      {plans.length === 0 ? (
        <Empty title={yourPlansWords.empty}>{noPlansSharedWords(vendor)}</Empty>
      ) : (
        <Panel>
          <ul className="people bare">
            {plans.map(({ id, project, account, role, state, criticalDate }) => (
              <li key={id}>
                <span>
                  <b>
                    <PageLink to={paths.plan(id)}>
                      <bdi>{project}</bdi>
                    </PageLink>
                  </b>
                  <small>
                    <Sentence parts={liveByWords(<Name>{account}</Name>, longDate(criticalDate))} />
                  </small>
                </span>
                <span className="tags">
                  <Tag>{roleName(role)}</Tag>
                  {state in endedWords && <Tag>{endedWords[state]}</Tag>}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}
