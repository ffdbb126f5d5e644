/** The signed-in person in the frame: a member has the workspace's navigation, a participant does not. */
export type ShellViewer = {
  id: string
  kind: 'member' | 'participant'
  name: string
  /** The workspace's id where this browser is signed in to others as well, else null. */
  among: string | null
  /** The plans that a participant can switch between; empty where there is no choice. */
  plans: readonly { id: string; project: string }[]
  workspace: { name: string; logo: string | null; accent: string | null }
  /** Whether this installation holds its emails back, as a restored copy does. */
  emailsAreHeld: boolean
  /** Random for each page load; makes signing out safe to repeat. */
  formKey: string
}
