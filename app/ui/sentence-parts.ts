/**
 * Tag of a template that is a whole sentence with markup in it, such as a name in bold: gives its texts and values in order, for
 * `Sentence`. Words files use it and stay free of React.
 */
export const sentenceParts = <Value>(
  texts: TemplateStringsArray,
  ...values: readonly (string | Value)[]
): (string | Value)[] => texts.flatMap((text, at) => [text, ...values.slice(at, at + 1)])

/** The parts of a sentence with texts that follow each other as one. */
export const mergeTexts = <Value>(parts: readonly (string | Value)[]): (string | Value)[] =>
  parts.reduce<(string | Value)[]>((merged, part) => {
    const last = merged.at(-1)
    return typeof part === 'string' && typeof last === 'string'
      ? [...merged.slice(0, -1), last + part]
      : [...merged, ...(part === '' ? [] : [part])]
  }, [])
