import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { AdviceView, PlanView } from '../view/plan-view.ts'
import { useScriptedSoon } from '#app/ui/use-scripted.ts'
import type { WhatIfAsk, MovedHere, PreviewedPlan } from './what-if-asks.ts'
import { loadWhatIfPlan, useWhatIfPlan } from './use-what-if-plan.ts'
import { WaitingBar } from './waiting-bar.tsx'

/** The what-if of the plan page, for those who may edit. */
export type WhatIf = {
  /** The plan to draw: as it would be, or as it stands. */
  shown: PlanView
  moved: ReadonlyMap<string, MovedHere>
  /** The advice that is tried. */
  advice: AdviceView | null
  /** What is tried and what comes of it, to be read aloud. */
  words: string
  /** At the foot of the page, for as long as something is tried. */
  bar: ReactNode
  /** The same function for as long as the page stands. */
  ask: (ask: WhatIfAsk) => void
  /** Someone comes near: its code may load, so that it is there with the first ask. */
  expect: () => void
}

type State = {
  tried: PreviewedPlan | null
  /** Asked before the code and the plan were there, in order. */
  waiting: readonly WhatIfAsk[]
}

type Asked = {
  plan: PlanView
  number: number
  /** The number of what was applied last: a new one ends the what-if. */
  kept: number
  formKey: string
}

const nothing: State = { tried: null, waiting: [] }
const noMoves: WhatIf['moved'] = new Map()
const expect = () => void loadWhatIfPlan().catch(() => undefined)

/**
 * The what-if of the plan page; null for those who may not edit, and where no script runs. What it computes with comes with the first ask,
 * so that opening the page costs no one the engine.
 */
export function useWhatIf({ plan, number, kept, formKey }: Asked): WhatIf | null {
  const [state, setState] = useState(nothing)
  const [keptBefore, setKeptBefore] = useState(kept)
  const isScripted = useScriptedSoon()
  const { tried, waiting } = state
  const isWanted = tried !== null || waiting.length > 0
  const { whatIfPlan, isReady, hasFailed, retry } = useWhatIfPlan(plan.id, number, isWanted)
  const ask = useCallback(
    (next: WhatIfAsk) => setState((before) => ({ ...before, waiting: [...before.waiting, next] })),
    [],
  )
  const drop = useCallback(() => setState(nothing), [])
  useEscape(isWanted, drop)
  if (kept !== keptBefore) {
    setKeptBefore(kept)
    setState(nothing)
  } else if (whatIfPlan && isReady && waiting.length > 0) {
    setState({ tried: waiting.reduce((before, next) => whatIfPlan.after(before, next), tried), waiting: [] })
  }
  const drawn = useMemo(() => (whatIfPlan && tried ? whatIfPlan.draw(plan, tried) : null), [whatIfPlan, tried, plan])
  if (!isScripted || !plan.viewer.may.edit) return null
  return {
    shown: drawn?.shown ?? plan,
    moved: drawn?.moved ?? noMoves,
    advice: tried?.advice ?? null,
    words: drawn?.words ?? '',
    bar: drawn ? drawn.bar?.({ ask, drop, formKey }) : isWanted && <WaitingBar {...{ hasFailed, retry, drop }} />,
    ask,
    expect,
  }
}

/** Escape discards, unless something nearer has answered it. */
function useEscape(isOpen: boolean, drop: () => void) {
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) drop()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen, drop])
}
