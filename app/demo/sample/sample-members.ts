import type { SampleMember } from './plan-spec.ts'

/** The people of Brightline, the vendor of the sample workspace. */
export const sampleMembers: readonly SampleMember[] = [
  { key: 'rep', name: 'Mara Keller', jobTitle: 'Account executive', roles: ['rep'] },
  { key: 'second rep', name: 'Idris Cole', jobTitle: 'Account executive', roles: ['rep'] },
  { key: 'account manager', name: 'Oskar Blum', jobTitle: 'Account manager', roles: ['account manager'] },
  { key: 'services', name: 'Lena Fors', jobTitle: 'Implementation lead', roles: ['services'] },
  { key: 'support', name: 'Ravi Menon', jobTitle: 'Customer service', roles: ['support'] },
  { key: 'marketing', name: 'Clara Voss', jobTitle: 'Customer marketing', roles: ['marketing'] },
  { key: 'admin', name: 'Henrike Aalto', jobTitle: 'Operations', roles: ['admin'] },
]
