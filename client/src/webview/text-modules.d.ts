/** Files that the build puts into the page as text. */
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: a module of text has no names.
  export default text;
}
/** A worker's whole program: the page may load no file, so it is handed over as text. */
declare module 'worker:*' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: a module of text has no names.
  export default text;
}
