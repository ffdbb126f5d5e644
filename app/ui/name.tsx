import type { ReactNode } from 'react'

/** The name of a person or a company: no translator changes it, and its direction stays its own. */
export const Name = ({ children }: { children: ReactNode }) => <bdi translate="no">{children}</bdi>
