import { ceremonyFaultWords } from './passkey-refusal-words.ts'
/** Why a browser or authenticator made or used no passkey, in words. `wantsSignIn`: it works once its owner has signed in again. */
export type CeremonyFault = { message: string; wantsSignIn: boolean }

const fault = (message: string): CeremonyFault => ({ message, wantsSignIn: false })

export const connectionBroke = fault(ceremonyFaultWords.connectionLost)

/** Errors by the names that WebAuthn gives them. It does not tell a press on Cancel from a wait that was too long, on purpose. */
const faults: Readonly<Record<string, CeremonyFault>> = {
  NotAllowedError: fault(ceremonyFaultWords.cancelled),
  InvalidStateError: fault(ceremonyFaultWords.addedBefore),
  ConstraintError: fault(ceremonyFaultWords.noScreenLock),
  NotSupportedError: fault(ceremonyFaultWords.notSupported),
  SecurityError: fault(ceremonyFaultWords.wrongAddress),
}

const other = fault(ceremonyFaultWords.other)

/** @returns undefined where nothing went wrong: another one began, or the page was left */
export function ceremonyFaultOf(error: unknown): CeremonyFault | undefined {
  const name = error instanceof Error ? error.name : ''
  return name === 'AbortError' ? undefined : (faults[name] ?? other)
}
