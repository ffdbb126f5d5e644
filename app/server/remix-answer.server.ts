import type { ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import type { ServerContext } from '#app/kit/parts.ts'

/**
 * Remix's answer to a request. Its loaders and actions get the commands of their own build: the server has copies of these modules
 * by itself, whose refusals are of another class.
 */
export function remixAnswer(build: ServerBuild, mode: 'production' | 'development') {
  const answer = createRequestHandler(build, mode)
  const { commands } = build.entry.module
  return (request: Request, context: ServerContext): Promise<Response> => answer(request, { ...context, commands })
}
