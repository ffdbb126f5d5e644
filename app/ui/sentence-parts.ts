/**
 * Tag of a template that is a whole sentence with markup in it, such as a name in bold: gives its texts and values in order, for
 * `Sentence`. Words files use it and stay free of React.
 */
export const sentenceParts = <Value>(
  texts: TemplateStringsArray,
  ...values: readonly (string | Value)[]
): (string | Value)[] => texts.flatMap((text, at) => [text, ...values.slice(at, at + 1)])
