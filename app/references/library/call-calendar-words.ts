import { capital } from '#app/ui/name-words.ts'

/** What a call is called in calendars. */
export const callCalendarWords = {
  title: (what: string, account: string, deal: string): string => `${capital(what)}: ${account} and ${deal}`,
  text: ({ workspace, champion, member, why }: Record<'workspace' | 'champion' | 'member' | 'why', string>): string =>
    `${champion} speaks as a reference for ${workspace}. ${member} adds how to join.\n\n${why}`,
}
