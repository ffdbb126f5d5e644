export const profileWords = (name: string): string => `Your profile: ${name}`
