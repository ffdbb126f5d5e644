import type { Rollup } from 'vite'

type Graph = Parameters<Rollup.GetManualChunk>[1]

/** These modules and all that they import, except for what they import on demand. */
function loadedWith(entries: readonly string[], { getModuleInfo }: Graph): Set<string> {
  const found = new Set(entries)
  for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}

function groupsOf(graph: Graph) {
  const entries = [...graph.getModuleIds()].filter((id) => graph.getModuleInfo(id)?.isEntry)
  const isOf = (id: string, ...files: string[]) => files.some((file) => id.includes(file))
  const shell = entries.filter((id) => isOf(id, '/app/entry.client.tsx', '/app/root.tsx'))
  const plan = entries.filter((id) => isOf(id, '/app/plan/page/plan.page.tsx'))
  const others = entries.filter((id) => !shell.includes(id) && !plan.includes(id))
  return { shell: loadedWith(shell, graph), plan: loadedWith(plan, graph), others: loadedWith(others, graph) }
}

/**
 * In which file of the browser's script a module goes, so that the plan page comes in a few large ones: the libraries of every page, our own
 * of every page, and what the plan page shares with others. All else is left to Rollup. For `output.manualChunks`, once for each build.
 */
export function clientChunks(): Rollup.GetManualChunk {
  let groups: ReturnType<typeof groupsOf> | undefined
  return (id, graph) => {
    groups ??= groupsOf(graph)
    if (graph.getModuleInfo(id)?.isEntry) return undefined
    if (groups.shell.has(id)) return id.includes('/node_modules/') ? 'libraries' : 'shell'
    return groups.plan.has(id) && groups.others.has(id) ? 'shared' : undefined
  }
}
