const strong = /\p{L}/u
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** The direction of a text by its first letter, as `dir="auto"` finds it in a browser. */
export function textDirection(text: string): 'ltr' | 'rtl' {
  const first = [...text].find((it) => strong.test(it))
  return first !== undefined && rightToLeft.test(first) ? 'rtl' : 'ltr'
}
