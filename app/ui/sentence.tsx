import { Fragment, type ReactNode, createElement } from 'react'

/** A sentence with markup in it, as its words file puts it. @param parts made by `sentenceParts` */
export const Sentence = ({ parts }: { parts: readonly ReactNode[] }) => createElement(Fragment, null, ...parts)
