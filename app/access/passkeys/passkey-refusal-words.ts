import type { PasskeyRefusal } from '../security-log/passkey-refusals.ts'

/** Why a passkey did not let someone in. */
export const passkeyRefusalWords: Record<PasskeyRefusal, string> = {
  'took too long': 'This took too long or was started in another window. Please try again.',
  'used already': 'This sign-in was already used. Please try again.',
  'not ours': 'This passkey does not belong to a Firstwin workspace. Choose another one, or sign in by email.',
  unknown:
    'This passkey no longer works. It was removed, or its owner is no longer a member. Delete it on your device and sign in by email.',
  'another workspace':
    'This passkey does not belong to the workspace of the plan you opened. Choose the passkey for that workspace, or sign in by email.',
  'not right': 'This passkey could not be verified. Try again, or sign in by email.',
  'counted back':
    'This passkey may have been copied, so you were not signed in. Sign in by email, remove the passkey and add a new one.',
  'sign-on': 'Your workspace requires company sign-in, so you can’t use a passkey.',
}

export const newPasskeyRefusals = {
  sentBefore: 'This was already sent. Check below whether the passkey was added before you try again.',
  addedBefore: 'This passkey has already been added.',
  tookTooLong: 'This took too long or was started in another window. No passkey was added. Please try again.',
  notSent: 'Your browser did not send a passkey. Please try again.',
  notVerified: 'This passkey could not be verified and was not added. Please try again.',
}

export const ceremonyFaultWords = {
  connectionLost: 'Connection lost. Please try again.',
  cancelled: 'This was cancelled or took too long. Please try again.',
  addedBefore: 'This device or password manager already has a passkey for your account.',
  noScreenLock:
    'This device can’t store a passkey without a fingerprint, face or screen lock. Set one up, or use your phone.',
  notSupported: 'This device can’t create a passkey that Firstwin supports. Try your phone or a security key.',
  wrongAddress: 'Passkeys don’t work at this address. Open Firstwin from a link in one of our emails.',
  other: 'Your browser could not complete this. Please try again.',
}
