import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageLink } from '#app/ui/page-link.tsx'
import { Check } from '#app/ui/check-group.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { commandGroups, pageGroups } from './permission-groups.ts'
import { PermissionTable } from './permission-table.tsx'
import { requireMember } from '../core/require-viewer.server.ts'
import { permissionsPageWords } from './permission-words.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(permissionsPageWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember({ request, context }, 'workspace/access')
  return { vendor: workspace.name, commands: commandGroups(), pages: pageGroups() }
}

export default function PermissionsPage() {
  const { vendor, commands, pages } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={permissionsPageWords.title}
        eyebrow={<PageLink to="/workspace">{permissionsPageWords.workspace}</PageLink>}
        intro={permissionsPageWords.intro}
      />
      <p className="fine access-note">{permissionsPageWords.note}</p>
      <Check name="technical" value="yes" label={permissionsPageWords.technical} />
      <div className="access-tables">
        <PermissionTable
          caption={permissionsPageWords.actionsCaption}
          head={permissionsPageWords.action}
          groups={commands}
          vendor={vendor}
        />
        <PermissionTable
          caption={permissionsPageWords.pagesCaption}
          head={permissionsPageWords.page}
          groups={pages}
          vendor={vendor}
        />
      </div>
    </>
  )
}
