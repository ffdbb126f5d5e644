import { paths } from '#app/kit/paths.ts'
import { isPlanOver } from '#app/plan/core/stages.ts'
import { stageNames } from '#app/plan/core/stage-name-words.ts'
import { noOwnerWords } from '#app/plan/view/plan-words.ts'
import type { ListedPlan } from '#app/plan/summary/listed-plan.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import type { TagTone } from '#app/ui/marks.tsx'
import { Tag } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { Empty } from '#app/ui/panel.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { calculatingWords, plansPageWords, plansTableWords, stateWords } from './plans-words.ts'

const stateTone: Record<ListedPlan['state'], TagTone> = {
  rough: 'plain',
  agreed: 'vendor',
  'under way': 'vendor',
  won: 'good',
  lost: 'plain',
}

/** The vendor's plans at a glance: what each is about, how it stands in words, and who leads it. */
export function PlansTable({ rows, today }: { rows: readonly ListedPlan[]; today: string }) {
  if (rows.length === 0) return <NoPlans />
  return (
    <div className="panel flush">
      <table className="board plans">
        <thead>
          <tr>
            <th scope="col">{plansTableWords.customer}</th>
            <th scope="col">{plansTableWords.headline}</th>
            <th scope="col">{plansTableWords.next}</th>
            <th scope="col">{plansTableWords.goal}</th>
            <th scope="col">{plansTableWords.state}</th>
            <th scope="col">{plansTableWords.lead}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.status?.tone}>
              <td>
                <PageLink className="strong row-link" to={paths.plan(row.id)} dir="auto">
                  {row.account}
                </PageLink>
                <small dir="auto">{row.project}</small>
              </td>
              <td>
                {row.status?.headline ?? calculatingWords}
                <small className={row.status?.tone === 'late' ? 'must' : undefined}>{row.status?.stateWords}</small>
                {row.status?.reasons.map((reason) => (
                  <small key={reason} className="must">
                    {reason}
                  </small>
                ))}
              </td>
              <td data-label={plansTableWords.next}>
                {row.next && <span dir="auto">{row.next.title}</span>}
                {row.next && <small>{row.next.owner === null ? noOwnerWords : <Name>{row.next.owner}</Name>}</small>}
              </td>
              <td data-label={plansTableWords.goal} className="nowrap">
                {row.status && longDate(row.status.goalOn, today)}
                <small>{row.status?.goal}</small>
              </td>
              <td data-label={plansTableWords.state}>
                <Tag tone={stateTone[row.state]}>{stateWords(row.state, row.archived)}</Tag>
                {row.status && !isPlanOver(row) && <small className="stage">{stageNames[row.status.stage]}</small>}
              </td>
              <td data-label={plansTableWords.lead}>
                <Name>{row.lead}</Name>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function NoPlans() {
  return (
    <Empty
      title={plansTableWords.empty}
      actions={
        <ButtonLink to="/plans/new" tone="main">
          {plansPageWords.newPlan}
        </ButtonLink>
      }
      sample={
        <>
          <p className="fine">{plansTableWords.example}</p>
          <dl className="sample-plan">
            <dt>{plansTableWords.samplePlan}</dt>
            <dd>{plansTableWords.sampleHeadline}</dd>
            <dd>{plansTableWords.sampleWin}</dd>
          </dl>
        </>
      }
    >
      {plansTableWords.emptyText}
    </Empty>
  )
}
