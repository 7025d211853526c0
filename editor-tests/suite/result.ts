/** How one test of the suite went: the extension host writes these to the file that KERAS_SHAPES_RESULTS names. */
export interface SuiteResult {
  readonly title: string;
  /** Milliseconds. */
  readonly duration: number;
  /** The error with its stack; left out when the test passed. */
  readonly error?: string;
}
