/** The last line of a comment that was longer as an email. */
export const shortenedWords = '[The email was longer than a comment may be.]'
