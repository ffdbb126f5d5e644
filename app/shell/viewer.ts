/** Whom the frame greets: a person of the vendor with the navigation of the workspace, one of the customer without it. */
export type ShellViewer = {
  kind: 'member' | 'participant'
  name: string
  workspace: { name: string; logo: string | null; accent: string | null }
  /** Random for each page load; makes signing out safe to repeat. */
  formKey: string
}
