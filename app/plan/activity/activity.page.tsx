import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayRangeFaults } from '#app/kit/day-range.ts'
import { planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { sideOf } from '#app/policy/policy.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead } from '#app/ui/panel.tsx'
import { PrintWithPrivate } from '../core/print-button.tsx'
import { ActivityFilterForm } from './activity-filter-form.tsx'
import { readActivityFilter, readBefore } from './activity-filter.ts'
import { ActivityList } from './activity-list.tsx'
import { getActivityPage } from './get-activity-page.server.ts'
import { UndoForm } from '../undo/undo-form.tsx'
import { activityPageWords, printEntriesWords } from './activity-page-words.ts'
import { entryText } from './activity-entry.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(activityPageWords.title, data?.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/activity', params['planId'])
  const { searchParams } = new URL(request.url)
  const [filter, before] = [readActivityFilter(searchParams), readBefore(searchParams)]
  const page = await getActivityPage(context.parts, viewer, viewer.planId, { filter, before }).catch(throwAsPage)
  const { keeping } = context
  keeping?.keep()
  return {
    ...page,
    vendor: viewer.workspace.name,
    side: sideOf(viewer.actor),
    filter,
    faults: dayRangeFaults(searchParams, page.today),
    isNewest: before === undefined,
    planId: viewer.planId,
    formKey: keeping?.formKey ?? newId(),
  }
}

export default function ActivityPage() {
  const { project, vendor, account, side, entries, people, filter, faults, isNewest, before, planId, formKey } =
    useLoaderData<typeof loader>()
  const links = planLinks(planId)
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <>
      <PageHead title={activityPageWords.title} eyebrow={<PageLink to={links.plan}>{project}</PageLink>} />
      {entries.some(({ isPrivate }) => isPrivate) && (
        <p className="no-print">
          <PrintWithPrivate words={printEntriesWords} />
        </p>
      )}
      <ActivityFilterForm
        key={links.activity(filter)}
        filter={filter}
        faults={faults}
        names={[...new Set([vendor, account, ...people])]}
      />
      {isNarrowed && entries.length === 0 ? (
        <Empty
          title={activityPageWords.noMatchTitle}
          actions={<ButtonLink to={links.activity()}>{activityPageWords.showAll}</ButtonLink>}
        >
          {activityPageWords.noMatch}
        </Empty>
      ) : (
        <ActivityList
          entries={entries}
          links={links}
          company={side === 'vendor' ? vendor : account}
          undo={(entry) => (
            <UndoForm planId={planId} number={entry.number} formKey={formKey} words={entryText(entry)} tone="quiet" />
          )}
        />
      )}
      {(!isNewest || before !== null) && (
        <nav className="acts" aria-label={activityPageWords.pages}>
          {!isNewest && <ButtonLink to={links.activity(filter)}>{activityPageWords.newest}</ButtonLink>}
          {before !== null && (
            <ButtonLink to={links.activity({ ...filter, before })}>{activityPageWords.older}</ButtonLink>
          )}
        </nav>
      )}
    </>
  )
}
