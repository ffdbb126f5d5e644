import { useEffect, useRef } from 'react'
import { CopyButton } from '#app/ui/copy-button.tsx'
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
        <p>
          <CopyButton key={text} text={text} words={madeKeyWords} />
        </p>
      </Notice>
    </div>
  )
}
