export const profileLabel = (name: string): string => `Your profile: ${name}`
