import { useEffect, useState } from 'react'
import type { TaskChoices } from '../task/task-form-choices.ts'

type Found = { choices: TaskChoices | null; hasFailed: boolean }

/** What a task's fields hold and offer, as it was when it was asked for: what its reader has seen does not change while they type. */
export function useTaskChoices(url: string, isWanted: boolean): Found {
  const [found, setFound] = useState<Found>({ choices: null, hasFailed: false })
  useEffect(() => {
    if (!isWanted) return
    const asking = new AbortController()
    findChoices(url, asking.signal).then(
      (choices) => setFound({ choices, hasFailed: false }),
      () => {
        if (!asking.signal.aborted) setFound({ choices: null, hasFailed: true })
      },
    )
    return () => asking.abort()
  }, [url, isWanted])
  return found
}

async function findChoices(url: string, signal: AbortSignal): Promise<TaskChoices> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(response.statusText)
  return response.json() as Promise<TaskChoices>
}
