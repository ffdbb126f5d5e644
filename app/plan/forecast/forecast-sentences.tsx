/** The first sentence stands out: it is what people say to each other. */
export const ForecastSentences = ({ sentences }: { sentences: readonly string[] }) => (
  <div className="said">
    {sentences.map((sentence, at) => (
      <p key={sentence} className={at === 0 ? 'first' : undefined}>
        {sentence}
      </p>
    ))}
  </div>
)
