import type { ReactNode } from 'react'
import type { AgreedChangeView } from '../view/plan-view.ts'
import { longDate } from '#app/ui/date-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'
import { changedByWords } from './agreement-words.ts'
import { changedListWords, moreChangesWords } from './change-words.ts'

type Props = {
  changes: readonly AgreedChangeView[]
  today: string
  /** The part whose form was answered: the folded list opens there, so that the answer is seen. */
  openFor?: string | string[] | undefined
  /** The form that restores one of them, for those who may. */
  back?: (change: AgreedChangeView) => ReactNode
}

/** Changes shown before the list is folded; a long list would hide what can be done about them. */
const room = 5

/** What changed since both sides agreed: the value then and now, who changed it and when. */
export function ChangedList({ changes, openFor, ...rest }: Props) {
  const more = changes.slice(room)
  return (
    <>
      <Items changes={changes.slice(0, room)} {...rest} />
      {more.length > 0 && (
        <details className="more-changes" open={more.some(({ part }) => part === openFor)}>
          <summary>{moreChangesWords(more.length)}</summary>
          <Items changes={more} {...rest} />
        </details>
      )}
    </>
  )
}

const Items = ({ changes, today, back }: Omit<Props, 'openFor'>) => (
  <ul className="changes">
    {changes.map((change) => (
      <li key={change.part}>
        <div>
          <b>
            <bdi>{change.title}</bdi>
          </b>{' '}
          {change.kind === 'changed' && (
            <>
              <del>
                <span className="visually-hidden">{changedListWords.agreed} </span>
                <bdi>{change.before || changedListWords.nothing}</bdi>
              </del>{' '}
              <ins>
                <span className="visually-hidden">{changedListWords.now} </span>
                <bdi>{change.after || changedListWords.nothing}</bdi>
              </ins>
            </>
          )}{' '}
          {change.by && change.on && (
            <span className="by">
              <Sentence parts={changedByWords({ by: <bdi>{change.by}</bdi>, on: longDate(change.on, today) })} />
            </span>
          )}
        </div>
        {back?.(change)}
      </li>
    ))}
  </ul>
)
