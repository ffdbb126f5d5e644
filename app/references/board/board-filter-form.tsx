import { Form } from '@remix-run/react'
import { PageLink } from '#app/ui/page-link.tsx'
import { Button } from '#app/ui/button.tsx'
import { KindField, NarrowingField } from '../narrowing-field.tsx'
import { type BoardFilter, allReferences, boardPath } from './board-filter.ts'
import { type BoardState, boardStates } from './board-state.ts'
import { boardFilterWords, stateTabWords } from './board-words.ts'

type Counts = Partial<Record<BoardState, number>>

/** The states from ready to used, each with how many wins are in it; one of them can be shown alone. */
export function StateTabs({ filter, counts }: { filter: BoardFilter; counts: Counts }) {
  const total = Object.values(counts).reduce((sum, many) => sum + many, 0)
  const tab = (state: BoardState | null, many: number) => (
    <PageLink
      key={state}
      to={boardPath({ ...filter, state })}
      aria-current={filter.state === state ? 'page' : undefined}
      preventScrollReset
    >
      {stateTabWords(state, many)}
    </PageLink>
  )
  return (
    <nav className="state-tabs no-print" aria-label={boardFilterWords.states}>
      {tab(null, total)}
      {boardStates
        .filter((state) => counts[state] || filter.state === state)
        .map((state) => tab(state, counts[state] ?? 0))}
    </nav>
  )
}

type Props = { filter: BoardFilter; industries: readonly string[]; regions: readonly string[] }

/** Filters by customer and kind; the filter is in the address, so that it can be bookmarked and shared. */
export function BoardFilterForm({ filter, industries, regions }: Props) {
  return (
    <Form
      key={boardPath(filter)}
      method="get"
      className="plans-filter no-print"
      role="search"
      aria-label={boardFilterWords.label}
    >
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <NarrowingField
        name="industry"
        label={boardFilterWords.industry}
        width="third"
        chosen={filter.industry}
        values={industries}
      />
      <NarrowingField
        name="region"
        label={boardFilterWords.region}
        width="third"
        chosen={filter.region}
        values={regions}
      />
      <KindField label={boardFilterWords.kind} width="third" chosen={filter.kind} />
      <Button type="submit">{boardFilterWords.show}</Button>
      {boardPath(filter) !== boardPath(allReferences) && (
        <PageLink to={boardPath(allReferences)} className="quiet-link">
          {boardFilterWords.clear}
        </PageLink>
      )}
    </Form>
  )
}
