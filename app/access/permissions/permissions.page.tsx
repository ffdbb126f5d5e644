import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { commandGroups, pageGroups } from './permission-groups.ts'
import { AccessTable } from './permission-table.tsx'
import { requireMember } from '../core/guards.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Permissions') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember({ request, context }, 'workspace/access')
  return { vendor: workspace.name, commands: commandGroups(), pages: pageGroups() }
}

export default function WhoMayPage() {
  const { vendor, commands, pages } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Permissions"
        eyebrow={<Link to="/workspace">Workspace</Link>}
        intro="Firstwin applies exactly these permissions. People with several roles have the permissions of all of them."
      />
      <p className="fine access-note">
        Members can view all plans. Customers only see the plans they are on. Lost or archived plans can only be changed
        where noted. Private tasks are only visible to their own side, whatever the role.
      </p>
      <div className="access-tables">
        <AccessTable caption="What each role can do" head="Action" groups={commands} vendor={vendor} />
        <AccessTable caption="Which pages each role can open" head="Page" groups={pages} vendor={vendor} />
      </div>
    </>
  )
}
