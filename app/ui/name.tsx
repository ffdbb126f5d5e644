import type { ReactNode } from 'react'

/** The name of a person or a company: not translated, with its own text direction. */
export const Name = ({ children }: { children: ReactNode }) => <bdi translate="no">{children}</bdi>
