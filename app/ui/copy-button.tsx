import { useState } from 'react'
import { Button } from './button.tsx'
import { useScripted } from './use-scripted.ts'

export type CopyWords = { copy: string; copied: string; notCopied: string }

/** Copies a text, where the browser lets a page do that; elsewhere it is selected by hand. */
export function CopyButton({ text, words }: { text: string; words: CopyWords }) {
  const canCopy = useScripted() && 'clipboard' in navigator
  const [copied, setCopied] = useState<boolean | null>(null)
  if (!canCopy) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <Button onClick={() => void copy()}>{words.copy}</Button>{' '}
      <span role="status">{copied === null ? '' : copied ? words.copied : words.notCopied}</span>
    </>
  )
}
