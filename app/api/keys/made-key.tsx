import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { Name } from '#app/ui/name.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { keyMadeWords, madeKeyWords } from './api-key-words.ts'

/** A key that was just made. It is shown this once, so the focus comes here, also without script. */
export function MadeKey({ name, text }: { name: string; text: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [text])
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- what has to be copied now takes the focus, also without script
    <div ref={box} tabIndex={-1} autoFocus>
      <Notice tone="good">
        <p>
          <Sentence
            parts={keyMadeWords(
              <b>
                <Name>{name}</Name>
              </b>,
            )}
          />
        </p>
        <p>
          <code className="address">{text}</code>
        </p>
        <CopyKey key={text} text={text} />
      </Notice>
    </div>
  )
}

/** Copies the key, where the browser lets a page do that. */
function CopyKey({ text }: { text: string }) {
  const canCopy = useScripted() && 'clipboard' in navigator
  const [copied, setCopied] = useState<boolean | null>(null)
  if (!canCopy) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <p>
      <Button onClick={() => void copy()}>{madeKeyWords.copy}</Button>{' '}
      <span role="status">{copied === null ? '' : copied ? madeKeyWords.copied : madeKeyWords.notCopied}</span>
    </p>
  )
}
