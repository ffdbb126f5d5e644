import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayIn } from '#app/kit/clock.ts'
import { dayRangeFaults } from '#app/kit/day-range.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { ChainChecked } from './chain-checked.tsx'
import { SecurityExport } from './security-export.tsx'
import { SecurityFilterForm } from './security-filter-form.tsx'
import { SecurityList } from './security-list.tsx'
import { requireMember } from '../core/require-viewer.server.ts'
import { checkChain } from '../security-log/check-chain.server.ts'
import { readCursor, readFilter, writeCursor } from './security-filter.ts'
import { getSecurityEvents } from './security-queries.server.ts'
import { logWords, securityPageWords } from './security-words.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(securityPageWords.title) }]

const pageSize = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/security')
  const { searchParams } = new URL(request.url)
  const filter = readFilter(searchParams)
  const before = readCursor(searchParams.get('before'))
  const page = await getSecurityEvents(context.parts, actor.workspaceId, { filter, before, limit: pageSize })
  const checked = searchParams.has('check') ? await checkChain(context.parts, actor.workspaceId) : undefined
  const keptSince = checked?.keptSince && { ...checked.keptSince, at: checked.keptSince.at.toISOString() }
  return {
    checked: checked && { ...checked, keptSince },
    entries: page.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    timeZone: page.timeZone,
    filter,
    faults: dayRangeFaults(searchParams, todayIn(page.timeZone, context.parts.clock.now())),
    isFirst: before === undefined,
    older: page.next && paths.securityLog({ ...filter, before: writeCursor(page.next) }),
    formKey: newId(),
  }
}

export default function SecurityPage() {
  const { checked, entries, timeZone, filter, faults, isFirst, older, formKey } = useLoaderData<typeof loader>()
  const newest = paths.securityLog(filter)
  return (
    <div className="stack">
      <PageHead
        title={securityPageWords.title}
        eyebrow={<PageLink to="/workspace">{securityPageWords.workspace}</PageLink>}
        intro={
          <Sentence
            parts={logWords((title) => (
              <PageLink to="/workspace/data">{title}</PageLink>
            ))}
          />
        }
      />
      {checked && <ChainChecked {...checked} timeZone={timeZone} />}
      <SecurityFilterForm key={newest} filter={filter} faults={faults} />
      {entries.length > 0 ? (
        <Panel className="flush">
          <SecurityList entries={entries} timeZone={timeZone} />
        </Panel>
      ) : (
        <Empty
          title={securityPageWords.empty}
          actions={<ButtonLink to="/workspace/security">{securityPageWords.showAll}</ButtonLink>}
        >
          {securityPageWords.emptyHint}
        </Empty>
      )}
      <div className="security-foot">
        <nav className="acts" aria-label={securityPageWords.pages}>
          {!isFirst && <ButtonLink to={newest}>{securityPageWords.newest}</ButtonLink>}
          {older && <ButtonLink to={older}>{securityPageWords.older}</ButtonLink>}
        </nav>
        <ButtonLink to="/workspace/security?check=yes">{securityPageWords.check}</ButtonLink>
        <SecurityExport filter={filter} formKey={formKey} />
      </div>
    </div>
  )
}
