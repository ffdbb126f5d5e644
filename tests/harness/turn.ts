import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** The number of a commit's turn; 0 where the commit is not known. */
export const turnOf = (commit: string): number => parseInt(commit.slice(0, 8), 16) || 0

/**
 * Sets once for all processes of a run, from a runner's configuration, whose turn it is in the sweeps: a number made of the commit, so
 * that a commit is always tested alike. `TURN` names another.
 */
export function ensureTurnOfRun(): void {
  process.env.TURN ??= String(turnOf(commitHere()))
}

/** The turn of this run. */
export const runTurn = (): number => Number(process.env.TURN ?? 0)

/** Empty without git, as in an archive of the sources. */
function commitHere(): string {
  const asked = spawnSync('git', ['rev-parse', 'HEAD'], {
    cwd: resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  })
  return asked.status === 0 ? asked.stdout : ''
}
