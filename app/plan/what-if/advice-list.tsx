import type { AdviceView, PlanView } from '../view/plan-view.ts'
import { planLinks } from '#app/kit/paths.ts'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { editFields } from '../edits/edit.ts'

export type AdviceListProps = {
  plan: PlanView
  advice: readonly AdviceView[]
  /** Opens a piece of advice on the page itself, where script runs. */
  onTry?: ((advice: AdviceView) => void) | null | undefined
  /** The advice that is tried now. */
  tried?: AdviceView | null | undefined
}

/** What would save the date, in words alone. */
export const AdviceTexts = ({ advice }: { advice: readonly AdviceView[] }) => (
  <ul>
    {advice.map(({ text }) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
)

/** What would save the date. For those who may change the plan each is a button that opens it as a what-if, on a page without JavaScript. */
export function AdviceList({ plan, advice, onTry, tried }: AdviceListProps) {
  if (!plan.viewer.may.edit) return <AdviceTexts advice={advice} />
  return (
    <ul className="advice-buttons">
      {advice.map((one) => (
        <li key={one.text}>
          <form
            method="get"
            action={planLinks(plan.id).try}
            onSubmit={(event) => {
              if (!onTry) return
              event.preventDefault()
              onTry(one)
            }}
          >
            <HiddenFields values={editFields(one.edits)} />
            <button type="submit" aria-pressed={onTry ? one === tried : undefined}>
              {one.text}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
