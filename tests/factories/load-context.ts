import type { AppLoadContext } from '@remix-run/node'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import type { Parts } from '#app/kit/parts.ts'

/** What the server hands to a page, for tests that call its loader or action themselves. */
export const loadContext = (parts: Parts, more: Partial<AppLoadContext> = {}): AppLoadContext => ({
  parts,
  commands: commandRegistry,
  requestId: 'test',
  cspNonce: 'test',
  ...more,
})
