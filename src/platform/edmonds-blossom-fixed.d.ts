declare module 'edmonds-blossom-fixed' {
  /** Edges as [vertex, vertex, weight]; answers for each vertex the one that it goes with, -1 for none. */
  export default function blossom(edges: [number, number, number][], maxCardinality?: boolean): number[]
}
