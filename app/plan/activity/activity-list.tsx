import type { ReactNode } from 'react'
import type { PlanLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Empty } from '#app/ui/panel.tsx'
import { Mark } from '#app/ui/marks.tsx'
import { PrivateMark } from '../view/private-part.tsx'
import type { ActivityEntry } from './activity-entry.ts'
import { activityListWords } from './activity-list-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'

export type ActivityListProps = {
  entries: readonly ActivityEntry[]
  links: PlanLinks
  /** The reader's own. */
  company: string
  /** Undoes a change, for those who may. */
  undo?: (entry: ActivityEntry) => ReactNode
}

/** Every change of a plan: who, when, what, before and after; the newest first. */
export function ActivityList({ entries, links, company, undo }: ActivityListProps) {
  if (entries.length === 0) return <Empty title={activityListWords.emptyTitle}>{activityListWords.empty}</Empty>
  return (
    <ol className="activity" reversed>
      {entries.map((entry) => (
        <li key={entry.number} className={entry.isPrivate ? 'own-only' : undefined}>
          {entry.isPrivate && <PrivateMark company={company} />}
          <p>
            {entry.side && <Mark side={entry.side} />}{' '}
            <Sentence parts={entry.sentence.map((part) => part ?? <b>{entry.by}</b>)} />
            <time dateTime={entry.at}>{entry.when}</time>
          </p>
          {entry.agreedNumber !== null && (
            <PageLink to={links.agreed(entry.agreedNumber)}>{activityListWords.agreed}</PageLink>
          )}
          {entry.changes.length > 0 && (
            <dl>
              {entry.changes.map((change) => (
                <div key={change.label}>
                  <dt>{change.label}</dt>
                  <dd>
                    {change.before && (
                      <del>
                        <span className="visually-hidden">{activityListWords.before} </span>
                        {change.before}
                      </del>
                    )}{' '}
                    <ins>
                      <span className="visually-hidden">{activityListWords.now} </span>
                      {change.after || activityListWords.nothing}
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {entry.mayBeUndone && undo?.(entry)}
        </li>
      ))}
    </ol>
  )
}
