/** Python sources are bundled as text. */
declare module '*.py' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: what a bundled text file exports
  export default text;
}
