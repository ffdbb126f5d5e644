import { amount, withUnit } from '#emails/parts/amounts.ts'
import { type Figure, type FigureKind, type FigureUnit, kindOfUnit } from './figure-units.ts'

/** What a figure counts, as it is chosen. */
export const figureUnitWords = (unit: FigureUnit): string => {
  switch (unit) {
    case 'hours':
      return 'hours a month'
    case 'people':
      return 'people'
    default:
      return `${unit} a year`
  }
}

export const figureKindLabels: Record<FigureKind, string> = { time: 'Time', people: 'People', money: 'Money' }

/** "120 hours a month", "1 person", "EUR 30,000 a year". */
export const figureAmountWords = ({ amount: value, unit }: Pick<Figure, 'amount' | 'unit'>): string =>
  kindOfUnit(unit) === 'money' ? `${unit} ${amount(value)} a year` : withUnit(value, figureUnitWords(unit))

/** "120 hours a month (Finance report Q2)". */
export const figureWords = (figure: Figure): string => `${figureAmountWords(figure)} (${figure.source})`
