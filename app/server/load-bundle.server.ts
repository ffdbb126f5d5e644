import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { buildDir } from './build-dir.ts'

/** The built server bundle and the folder of the browser's files. */
export async function loadBundle() {
  const build = (await import(pathToFileURL(join(buildDir, 'server/index.js')).href)) as ServerBuild
  return { build, assets: { folder: join(buildDir, 'client') } }
}
