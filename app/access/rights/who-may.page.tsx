import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { commandGroups, pageGroups } from './access-groups.ts'
import { AccessTable } from './access-table.tsx'
import { requireMember } from '../core/guards.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Who may do what') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember({ request, context }, 'workspace/access')
  return { vendor: workspace.name, commands: commandGroups(), pages: pageGroups() }
}

export default function WhoMayPage() {
  const { vendor, commands, pages } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Who may do what"
        eyebrow={<Link to="/workspace">Workspace</Link>}
        intro="Drawn from the table by which Firstwin decides. Somebody with several roles may do what any of them may."
      />
      <p className="fine access-note">
        Every member reads all plans. People of the customer see the plans that name them, and no other. A lost or
        archived plan changes only where it says so, and tasks that one side keeps to itself stay with that side,
        whatever the role.
      </p>
      <div className="access-tables">
        <AccessTable caption="What each role may do" head="Do" groups={commands} vendor={vendor} />
        <AccessTable caption="Which pages each role may open" head="Open" groups={pages} vendor={vendor} />
      </div>
    </>
  )
}
