import { emailColours } from './email-look.ts'
import type { EmailAccent } from './workspace-look.ts'

/** The colours of an email where the mail client is dark. No `>` and no quotes: they are escaped in a style element, which voids the whole rule. */
export const darkStyles = ({ accent, onAccent }: EmailAccent['dark']) => `@media (prefers-color-scheme: dark) {
  .paper, .paper td { background-color: ${emailColours.dark.paper} !important; }
  .card, .card td { background-color: ${emailColours.dark.card} !important; border-color: ${emailColours.dark.line} !important; }
  .ink, .strong { color: ${emailColours.dark.ink} !important; }
  .soft { color: ${emailColours.dark.soft} !important; }
  .hair, .quote { border-color: ${emailColours.dark.line} !important; }
  .main { background-color: ${accent} !important; color: ${onAccent} !important; }
}`
