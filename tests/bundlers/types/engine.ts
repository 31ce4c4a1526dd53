import { loadEngine } from 'moonlab/engine';

const engine = await loadEngine({ wasmBinary: new Uint8Array(8) });
export const { X } = engine.makeMoons({ nSamples: 10, randomState: 42 });
