declare module '*?rendered' {
  const quantities: import('../quantities.js').RenderedQuantity[];
  export default quantities;
}
