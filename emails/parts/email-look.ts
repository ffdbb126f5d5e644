/** The page's colours, written out: mail clients know no custom properties. Keep in step with the page's tokens. */
export const emailColours = {
  paper: '#faf9f6',
  card: '#ffffff',
  ink: '#1b1d21',
  soft: '#5d6169',
  line: '#e7e4dd',
  hair: '#f0eee8',
  accent: '#1f4e46',
  onAccent: '#ffffff',
  dark: {
    paper: '#15171a',
    card: '#1c1f23',
    ink: '#eceae4',
    soft: '#a8abb1',
    line: '#2c3036',
    accent: '#8fd3c4',
    onAccent: '#10201d',
  },
} as const

export const emailFonts = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
