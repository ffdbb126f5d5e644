/** Milliseconds of processor that twenty rounds of `fixedWork` take on a machine that no one else uses: the fastest of 180 tries on two cores. */
const undisturbed = 34

const rows = Array.from({ length: 2_000 }, (_, at) => ({
  id: `row-${at}`,
  at,
  title: `Row ${at * 7919}`,
  tags: [at % 7, at % 11],
}))

/** Allocates, compares and looks up, as the app does. */
function fixedWork(): number {
  const copies = JSON.parse(JSON.stringify(rows)) as typeof rows
  copies.sort((a, b) => (a.title < b.title ? -1 : 1))
  const byId = new Map(copies.map((row) => [row.id, row]))
  return rows.reduce((sum, { id }) => sum + (byId.get(id)?.tags.length ?? 0), 0)
}

const used = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of processor that synchronous work takes, on a machine that no one else uses. */
export function processorTime(work: () => void): number {
  const before = used()
  work()
  return (used() - before) / slowness()
}

/**
 * How many times as long the same work takes at this moment as on a machine that no one else uses, at least 1. Others on a shared machine take
 * caches and clock, so that even processor time grows: what is held to a limit is divided by this first.
 */
export function slowness(): number {
  fixedWork()
  const tries = Array.from({ length: 3 }, () => {
    const before = used()
    for (let again = 0; again < 20; again++) fixedWork()
    return used() - before
  })
  return Math.max(1, Math.min(...tries) / undisturbed)
}
