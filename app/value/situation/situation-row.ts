export type SituationRow = {
  id: string
  person: string
  jobTitle: string
  /** Draft until shared; shared until the person has confirmed it. */
  state: 'draft' | 'shared' | 'confirmed'
  confirmedOn: string | null
  /** Whether the person takes part, without which there is no one to share with. */
  takesPart: boolean
}
