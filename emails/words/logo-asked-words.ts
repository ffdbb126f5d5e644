import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich } from '../parts/rich-text.ts'
import { subjectLine } from '../parts/sentence-words.ts'
import { greeting } from './greeting-words.ts'

export type LogoAskedProps = {
  workspace: string
  account: string
  name: string
  by: string
  link: string
}

export function logoAskedWords({ workspace, account, name, by }: LogoAskedProps): EmailWords {
  return {
    subject: subjectLine(`Please add the ${account} logo`),
    title: 'Please add your logo',
    greeting: greeting(name),
    todo: rich`Please choose the picture on the page of your consent: a PNG, JPEG or WebP file of at most 200 kB.`,
    paragraphs: [
      rich`You agreed that ${workspace} may show the logo of ${account}. ${by} asks you for the picture, so that the right one is used.`,
    ],
    button: 'Add the logo',
    otherwise: otherwiseWords.nothingUsed,
    fine: 'You get this email because you agreed that your logo may be shown.',
  }
}
