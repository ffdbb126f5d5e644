import { useCallback, useEffect, useState } from 'react'
import { planLinks } from '#app/kit/paths.ts'
import type { WhatIfMaterial, WhatIfPlan } from './what-if-asks.ts'

/** The engine and all that a what-if computes and draws with: a script of its own. */
export const loadWhatIfPlan = () => import('./what-if-plan.tsx')

export type LoadedWhatIfPlan = {
  whatIfPlan: WhatIfPlan | null
  /** Whether it holds the plan that the page shows, or nothing newer can be had. */
  isReady: boolean
  hasFailed: boolean
  retry: () => void
}

/**
 * The plan to try changes on, once it is needed, and its newest version while it is.
 * @param number of the latest change that the page shows
 */
export function useWhatIfPlan(planId: string, number: number, isWanted: boolean): LoadedWhatIfPlan {
  const [found, setFound] = useState<WhatIfPlan | null>(null)
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState('')
  const whatIfPlan = found?.planId === planId ? found : null
  const isCurrent = whatIfPlan !== null && whatIfPlan.number >= number
  const asked = `${planId} ${number} ${tries}`
  useEffect(() => {
    if (!isWanted || isCurrent) return
    const asking = new AbortController()
    Promise.all([loadWhatIfPlan(), findMaterial(planId, asking.signal)])
      .then(([module, found]) => {
        if (!asking.signal.aborted) setFound(module.whatIfPlan(found))
      })
      .catch(() => {
        if (!asking.signal.aborted) setFailed(asked)
      })
    return () => asking.abort()
  }, [planId, isWanted, isCurrent, asked])
  const hasFailed = failed === asked
  const retry = useCallback(() => setTries((before) => before + 1), [])
  return { whatIfPlan, isReady: isCurrent || hasFailed, hasFailed, retry }
}

async function findMaterial(planId: string, signal: AbortSignal): Promise<WhatIfMaterial> {
  const response = await fetch(planLinks(planId).tryMaterial, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(response.statusText)
  return response.json() as Promise<WhatIfMaterial>
}
