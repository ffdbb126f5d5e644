import { colours } from './email-look.ts'
import type { EmailAccent } from './workspace-look.ts'

/** The colours of an email where the mail client is dark. No `>` and no quotes: they are escaped in a style element, which voids the whole rule. */
export const darkStyles = ({ accent, onAccent }: EmailAccent['dark']) => `@media (prefers-color-scheme: dark) {
  .paper, .paper td { background-color: ${colours.dark.paper} !important; }
  .card, .card td { background-color: ${colours.dark.card} !important; border-color: ${colours.dark.line} !important; }
  .ink, .strong { color: ${colours.dark.ink} !important; }
  .soft { color: ${colours.dark.soft} !important; }
  .hair, .quote { border-color: ${colours.dark.line} !important; }
  .main { background-color: ${accent} !important; color: ${onAccent} !important; }
}`
