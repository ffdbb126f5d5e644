/** Why a browser or authenticator made or used no passkey, in words. `wantsSignIn`: it works once its owner has signed in again. */
export type CeremonyFault = { message: string; wantsSignIn: boolean }

const fault = (message: string): CeremonyFault => ({ message, wantsSignIn: false })

export const connectionBroke = fault('Connection lost. Please try again.')

/** Errors by the names that WebAuthn gives them. It does not tell a press on Cancel from a wait that was too long, on purpose. */
const faults: Readonly<Record<string, CeremonyFault>> = {
  NotAllowedError: fault('This was cancelled or took too long. Please try again.'),
  InvalidStateError: fault('This device or password manager already has a passkey for your account.'),
  ConstraintError: fault(
    'This device can’t store a passkey without a fingerprint, face or screen lock. Set one up, or use your phone.',
  ),
  NotSupportedError: fault(
    'This device can’t create a passkey that Firstwin supports. Try your phone or a security key.',
  ),
  SecurityError: fault('Passkeys don’t work at this address. Open Firstwin from a link in one of our emails.'),
}

const other = fault('Your browser could not complete this. Please try again.')

/** @returns undefined where nothing went wrong: another one began, or the page was left */
export function ceremonyFaultOf(error: unknown): CeremonyFault | undefined {
  const name = error instanceof Error ? error.name : ''
  return name === 'AbortError' ? undefined : (faults[name] ?? other)
}
