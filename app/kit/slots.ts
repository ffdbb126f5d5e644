/** Lets a limited number through at once for each key. */
type Slots = {
  /** Waits for a place. @returns a function that frees it, once; or undefined if the wait took too long */
  enter(key: string): Promise<(() => void) | undefined>
}

/**
 * @param width how many may be inside at once under one key
 * @param patience the longest wait, in milliseconds
 */
export function createSlots({ width, patience }: { width: number; patience: number }): Slots {
  type Place = { inside: number; waiting: (() => void)[] }
  const places = new Map<string, Place>()

  const comeIn = (place: Place) =>
    new Promise<boolean>((done) => {
      const come = () => {
        clearTimeout(timer)
        done(true)
      }
      const timer = setTimeout(() => {
        place.waiting.splice(place.waiting.indexOf(come), 1)
        done(false)
      }, patience)
      place.waiting.push(come)
    })

  return {
    async enter(key) {
      const place = places.get(key) ?? { inside: 0, waiting: [] }
      places.set(key, place)
      if (place.inside < width) place.inside++
      // The next one takes over the place, so the number stays the same.
      else if (!(await comeIn(place))) return undefined
      return () => {
        const next = place.waiting.shift()
        if (next) next()
        else if (--place.inside === 0) places.delete(key)
      }
    },
  }
}

/** Lets a limited number of changes run at once, so that one locked row cannot take every connection of the process. */
export type ChangeSlots = {
  /** Waits for a place. @returns a function that frees it, once; or undefined if the wait took too long */
  enter(workspaceId: string, scopeId: string): Promise<(() => void) | undefined>
}

/**
 * @param perScope how many changes of one plan or workspace may run at once
 * @param perWorkspace how many of all plans of a workspace, which may wait for the same row, such as the workspace's own
 * @param patience the longest wait for either, in milliseconds
 */
export function createChangeSlots({
  perScope,
  perWorkspace,
  patience,
}: {
  perScope: number
  perWorkspace: number
  patience: number
}): ChangeSlots {
  const scopes = createSlots({ width: perScope, patience })
  const workspaces = createSlots({ width: perWorkspace, patience })
  return {
    async enter(workspaceId, scopeId) {
      const leaveScope = await scopes.enter(scopeId)
      const leaveWorkspace = leaveScope && (await workspaces.enter(workspaceId))
      if (!leaveWorkspace) {
        leaveScope?.()
        return undefined
      }
      return () => {
        leaveWorkspace()
        leaveScope()
      }
    },
  }
}
