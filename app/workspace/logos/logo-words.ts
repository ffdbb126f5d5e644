/** Where a customer’s logo is shown. */
export const accountLogoWords = (account: string, vendor: string): string =>
  `Shown to both sides on all plans of ${account} with ${vendor}, in print and in emails about these plans.`
