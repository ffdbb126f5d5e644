/** @param name of the format */
export const exportWords = (name: string): string => `Export ${name}`

export const whenTitle = (timeZone: string): string => `When (${timeZone})`

export const fromNetworkWords = (network: string): string => `from ${network}`
