import type { Page } from '@playwright/test'

/**
 * Chromium's own authenticator in software, as if built into the device. It confirms every request at once.
 * @returns a function that sets whether it verifies the user
 */
export async function addAuthenticator(page: Page): Promise<(isOwner: boolean) => Promise<void>> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return async (isUserVerified) =>
    void (await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }))
}
