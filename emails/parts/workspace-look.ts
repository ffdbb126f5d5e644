import { createContext } from 'react'
import { colours } from './look.ts'

export type EmailAccent = { accent: string; onAccent: string; dark: { accent: string; onAccent: string } }

/** The colour of the button: the workspace's, where it has one of its own. */
export const AccentContext = createContext<EmailAccent>(colours)
