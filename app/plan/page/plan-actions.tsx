import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { type PlanLinks, paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { useMenu } from '#app/ui/use-menu.ts'
import { useScripted } from '#app/ui/use-scripted.ts'
import { asksForCalendar } from '../calendar/asks-for-calendar.ts'
import { openPalette } from '../palette/open-palette.ts'
import { paletteWords } from '../palette/palette-words.ts'
import { needsOwner } from '../team/needs-owner.ts'
import { asksForName, tasksOf } from '../view/shown-tasks.ts'
import type { PlanView } from '../view/plan-view.ts'
import { askWords } from '../view/plan-words.ts'
import { planHeaderWords, planPageWords } from './plan-page-words.ts'

type PlanActionsProps = { plan: PlanView; links: PlanLinks }

/** The id of the list of actions at the end of the page. */
export const planActionsId = 'actions'

/** Where the reader can go from the plan, and what can be done to it. What is rarely opened is not looked up ahead: that costs 22 bytes a link. */
export function PlanActions({ plan, links }: PlanActionsProps) {
  const { may, side, role } = plan.viewer
  const seats = tasksOf(plan).filter((task) => asksForName(plan, task) && needsOwner(task, side)).length
  const open = (to: string, text: string) => (
    <PageLink discover="none" to={to}>
      {text}
    </PageLink>
  )
  return (
    <>
      {may.edit && open(links.newMilestone(), mainPageNames.newMilestone)}
      {seats > 0 && open(links.nameOwners, planPageWords.nameOwners(seats))}
      {may.editTerms && open(links.terms, mainPageNames.terms)}
      {side === 'vendor' && open(links.situations, mainPageNames.situations)}
      {open(links.sold, mainPageNames.sold)}
      {side === 'vendor' && open(links.handoff, mainPageNames.handoff)}
      {plan.account.id && open(paths.account(plan.account.id), mainPageNames.account)}
      {role === 'champion' && open(links.note, mainPageNames.note)}
      <PageLink to={links.activity()}>{mainPageNames.activity}</PageLink>
      {open(links.conversation, mainPageNames.conversation)}
      {!asksForCalendar(plan) && open(links.calendar, mainPageNames.calendar)}
      {may.setTeam && open(links.team, mainPageNames.team)}
      {may.setAccountLogo && open(links.accountLogo, mainPageNames.logo)}
      {open(links.exported, mainPageNames.exported)}
      {may.putAway && open(links.close, mainPageNames.closing)}
    </>
  )
}

/** Where the bar does not stand at the top yet, a long menu ends below the window. */
const showWhole = (menu: HTMLElement | null) => menu?.scrollIntoView({ block: 'nearest' })

/** The same in the bar that stays in sight: a button opens them there. Without script it leads to where they stand on the page. */
export function ActionsButton({ plan, links }: PlanActionsProps) {
  const scripted = useScripted()
  const { box, button, isOpen, menuId, toggle, onBlur } = useMenu()
  const search = () => {
    // The menu closes, and the focus comes back to its button.
    button.current?.focus()
    toggle()
    openPalette()
  }
  if (!scripted)
    return (
      <a className="btn no-print" href={`#${planActionsId}`}>
        {planPageWords.more}
      </a>
    )
  return (
    <div ref={box} className="bar-more no-print" onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="btn"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={toggle}
      >
        {planPageWords.more}
      </button>
      {isOpen && (
        <div ref={showWhole} id={menuId} className="bar-menu">
          {!plan.ending && <PageLink to={links.ask()}>{askWords[plan.viewer.side]}</PageLink>}
          {plan.viewer.may.invite && <PageLink to={links.invite}>{planHeaderWords.invite}</PageLink>}
          <PlanActions plan={plan} links={links} />
          <button type="button" onClick={search}>
            {paletteWords.title}
          </button>
        </div>
      )}
    </div>
  )
}
