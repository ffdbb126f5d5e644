/** What a passkey is for (WebAuthn, "relying party"): the host of APP_URL, reached under its origin alone. */
export function relyingParty(appUrl: string): { id: string; origin: string } {
  const { hostname, origin } = new URL(appUrl)
  return { id: hostname, origin }
}
