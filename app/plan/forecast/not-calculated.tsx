/** Shown where a forecast could not be computed. */
export const NotCalculated = () => (
  <p role="status">
    The forecast could not be calculated. The plan itself is up to date. Reload the page to try again.
  </p>
)
