import { planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Tag } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { Empty } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { quoted } from '#app/ui/name-words.ts'
import { answerWords } from '../reference-answer.ts'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import {
  agreedWinWords,
  boardWords,
  confirmedByWords,
  kindTag,
  conditionsWords,
  achievedParts,
  limitsText,
  targetTag,
} from '../reference-words.ts'
import { isMeetingKind } from '../library/call-rules.ts'
import { approvalWords } from '../approval-words.ts'
import {
  ageWords,
  boardFilterWords,
  boardStateWords,
  callsUsedWords,
  contradictionWords,
  groupWords,
  nextActLabel,
  nextActWords,
  ownerWords,
} from './board-words.ts'
import { Contact } from './contact.tsx'
import type { ReferenceRow } from './reference-row.ts'

type BoardProps = {
  rows: readonly ReferenceRow[]
  today: string
  /** Whether the reader may ask the champion and write of the win; everyone notes uses. */
  mayKeep: (row: ReferenceRow) => boolean
}

/** Marketing's board: each win with its numbers, and what may be used of it. */
export function ReferencesBoard({ rows, today, mayKeep }: BoardProps) {
  return (
    <div className="panel flush">
      <table className="board references">
        <thead>
          <tr>
            <th scope="col">{boardWords.customer}</th>
            <th scope="col">{boardWords.win}</th>
            <th scope="col">{boardFilterWords.state}</th>
            <th scope="col">{boardWords.agreedTo}</th>
            <th scope="col">{boardWords.limits}</th>
            <th scope="col">{boardFilterWords.next}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.planId}>
              <td>
                <PageLink className="strong row-link" to={planLinks(row.planId).referenceUse} dir="auto">
                  {row.account}
                </PageLink>
                <small dir="auto">{row.project}</small>
                {(row.industry ?? row.region) && <small dir="auto">{groupWords(row)}</small>}
                {row.contact && (
                  <small dir="auto">
                    <Contact of={row.contact} />
                  </small>
                )}
              </td>
              <td>
                <Sentence
                  parts={achievedParts(row, (change) => (
                    <b className="strong">{change}</b>
                  ))}
                />
                <small>{targetTag(row)}</small>
                <small>{quoted(row.statement)}</small>
                <small>
                  <Sentence
                    parts={confirmedByWords(
                      {
                        on: row.confirmedOn,
                        by: <Name>{row.confirmedBy}</Name>,
                        domain: row.confirmedFrom.domain,
                      },
                      today,
                    )}
                  />
                </small>
                {row.confirmedFrom.isPersonal && <small className="must">{boardWords.personalAddress}</small>}
                {row.contradictions.length > 0 && (
                  <small className="must">{contradictionWords(row.contradictions, row.measured, row.unit)}</small>
                )}
              </td>
              <td data-label={boardFilterWords.state}>
                <span className="strong">{boardStateWords[row.state]}</span>
                <small>{ageWords(row.age)}</small>
                <small>{ownerWords(row.owner)}</small>
              </td>
              <td data-label={boardWords.agreedTo}>
                <Kinds row={row} />
              </td>
              <td data-label={boardWords.limits}>
                {(row.answer === 'agreed' || row.answer === 'expired') && (
                  <>
                    {limitsText(row.limits)}
                    {row.limits.note && <small>{conditionsWords(row.limits.note)}</small>}
                  </>
                )}
                {row.answer === 'agreed' && row.limits.approverLeft && (
                  <small className="must">{approvalWords.left}</small>
                )}
                {row.answer === 'agreed' && row.kinds.some(isMeetingKind) && (
                  <small>{callsUsedWords(row.callsUsed, row.limits.callsPerQuarter)}</small>
                )}
              </td>
              <td data-label={boardFilterWords.next}>
                <NextAct row={row} isTheirs={row.next === 'use' || mayKeep(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Leads to where it is done; to a reader who may not do it, only its name. */
function NextAct({ row: { planId, account, next }, isTheirs }: { row: ReferenceRow; isTheirs: boolean }) {
  const words = nextActWords[next]
  return words === null || !isTheirs ? (
    <small>{words ?? (next === 'wait' ? boardFilterWords.waits : boardFilterWords.noNext)}</small>
  ) : (
    <ButtonLink to={planLinks(planId).nextOfReference(next)} label={nextActLabel(words, account)}>
      {words}
    </ButtonLink>
  )
}

/** What may be used, and just as plainly what may not. */
function Kinds({ row }: { row: ReferenceRow }) {
  const { agreedFor } = row
  if (agreedFor)
    return (
      <>
        <Tag tone="must">{answerWords['on hold']}</Tag>
        <small>{agreedWinWords(agreedFor)}</small>
      </>
    )
  if (row.answer !== 'agreed')
    return (
      <Tag tone={row.answer === 'no' || row.answer === 'expired' ? 'must' : 'plain'}>{answerWords[row.answer]}</Tag>
    )
  return (
    <span className="tags">
      {referenceKinds.map((kind) => {
        const isAgreed = row.kinds.includes(kind)
        return (
          <Tag key={kind} tone={isAgreed ? 'good' : 'plain'}>
            {kindTag(kind, isAgreed)}
          </Tag>
        )
      })}
    </span>
  )
}

/** Before the first win is confirmed. */
export function NoReferences() {
  return (
    <Empty
      title={boardWords.empty}
      sample={
        <dl className="sample-plan">
          <dt>{boardWords.sampleCustomer}</dt>
          <dd>{boardWords.sampleWin}</dd>
          <dd>
            <span className="tags">
              <Tag tone="good">{boardWords.sampleQuote}</Tag>
              <Tag tone="good">{boardWords.sampleCall}</Tag>
              <Tag>{boardWords.sampleLogo}</Tag>
            </span>
          </dd>
        </dl>
      }
    >
      {boardWords.howItFills}
    </Empty>
  )
}
