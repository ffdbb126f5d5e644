import { formWords } from '#app/ui/form-words.ts'

export const unreadDateRefusals = {
  unread: 'This date is incomplete or does not exist. Please type it again.',
  missing: `No date could be read here. Please type it again, or tick “${formWords.removeDate}”.`,
}
