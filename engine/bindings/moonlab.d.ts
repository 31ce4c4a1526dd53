/** What the WebAssembly module exports, as the sources beside this file register it. */

/** A C++ object: lives until delete(). */
export interface EmbindObject {
  delete(): void;
}

export interface EmbindRandomState extends EmbindObject {
  randomSample(n: number): Float64Array;
  uniform(low: number, high: number, n: number): Float64Array;
  randn(n: number): Float64Array;
  normal(loc: number, scale: number, n: number): Float64Array;
  permutation(n: number): Int32Array;
  shuffle(values: ArrayLike<number>): Int32Array;
}

export interface NeuronActivity {
  /** For each neuron whether its output is the same for every sample. */
  dead: boolean[];
  /** For each neuron the first neuron whose outputs it repeats; itself when it is the first. */
  twinOf: number[];
}

export interface LayerActivity extends NeuronActivity {
  /** How many neurons' worth of different outputs the layer has, 0 to its number of neurons. */
  effectiveRank: number;
}

/** What one parameter's last update came from. */
export interface UpdateShares {
  /** For each training sample its share of the gradient; 0 for those that were not in the batch. */
  shares: Float64Array;
  /** What the penalty added to it. */
  penalty: number;
  /**
   * How many updates there have been. As long as there was none, the shares are those of all samples in
   * the gradient at the present parameters.
   */
  updates: number;
}

/** What one layer computed and what came back to it; each (n_neurons, n_samples), row by row. */
export interface FlatLayerTrace {
  z: Float64Array;
  output: Float64Array;
  /** dL/da of the mean loss; empty without labels, as is delta. */
  outputGradient: Float64Array;
  /** dL/dz of the mean loss. */
  delta: Float64Array;
}

/** Matrices are flat, row by row; parameters layer by layer, weights before biases. */
export interface EmbindNetwork extends EmbindObject {
  initialize(init: string, randomState: EmbindRandomState): void;
  initializeScaled(scale: number, randomState: EmbindRandomState): void;
  parameters(): Float64Array;
  setParameters(values: ArrayLike<number>): void;
  describe(): string;
  forward(X: Float64Array): Float64Array;
  gradient(rule: string, X: Float64Array, y: Float64Array, loss: string): Float64Array;
  numericalGradient(X: Float64Array, y: Float64Array, loss: string, epsilon: number): Float64Array;
  evaluate(
    X: Float64Array,
    y: Float64Array,
    loss: string,
  ): { loss: number; accuracy: number; r2?: number };
  /** Without ranks, which take long, effectiveRank is NaN. */
  activities(X: Float64Array, withRanks: boolean): LayerActivity[];
  traceForward(X: Float64Array): FlatLayerTrace[];
  trace(X: Float64Array, y: Float64Array, loss: string): FlatLayerTrace[];
  /** A grid for each output, one after the other. */
  decisionGrid(
    bounds: ArrayLike<number>,
    resolution: number,
    into: Float64Array | undefined,
    map: FeatureMap | undefined,
  ): Float64Array;
  /** A grid for each place, one after the other. A place is two numbers, layer and neuron, from 0. */
  neuronMaps(
    places: ArrayLike<number>,
    bounds: ArrayLike<number>,
    resolution: number,
    map: FeatureMap | undefined,
  ): Float64Array;
  /** Of all inputs, and then of all neurons. */
  allNeuronMaps(
    bounds: ArrayLike<number>,
    resolution: number,
    into: Float32Array | undefined,
    map: FeatureMap | undefined,
  ): Float32Array;
}

export interface EmbindTrainer extends EmbindObject {
  step(epochs: number): Float64Array;
  change(options: object): void;
  setParameters(values: ArrayLike<number>): void;
  metrics(): Float64Array;
  shares(layer: number, neuron: number, input: number | null): UpdateShares;
  snapshot(): Float64Array;
  restore(snapshot: Float64Array): void;
  diverged(): boolean;
  network(): EmbindNetwork;
}

/** How a data set is made. */
export interface FlatOptions {
  nSamples: number;
  /** null draws none. */
  noise: number | null;
  nClasses?: number;
  factor?: number;
  turns?: number;
  classSep?: number;
  nClustersPerClass?: number;
  /** x1, x2 of the first centre, then of the second, … */
  centers?: Float64Array;
  shuffle: boolean;
}

export interface FlatDataset {
  X: Float64Array;
  y: Float64Array;
}

/** What the best possible classifier says of fresh points. */
export interface Best {
  /** The probability of each class, (n_classes, resolution, resolution), from the lowest x2. */
  grid: Float64Array;
  /** The share that it gets right, to 1e-4. */
  accuracy: number;
}

/** How x1 and x2 are scaled: (x - mean) / std. */
export interface Scaler {
  mean: ArrayLike<number>;
  std: ArrayLike<number>;
}

/** What a network is given of points: features, by their names, of the scaled coordinates. */
export interface FeatureMap {
  features: readonly string[];
  /** null, or nothing, leaves them as they are. */
  scaler?: Scaler | null;
}

export interface MoonlabModule {
  /** All of the module's memory. */
  HEAPU8: Uint8Array;
  RandomState: new (seed: number) => EmbindRandomState;
  Network: new (layerSizes: ArrayLike<number>, activations: string[]) => EmbindNetwork;
  Trainer: new (
    network: EmbindNetwork,
    train: FlatDataset,
    test: FlatDataset,
    options: object,
    randomState: EmbindRandomState,
  ) => EmbindTrainer;
  makeDataset(name: string, options: FlatOptions, randomState: number): FlatDataset;
  bayes(
    name: string,
    options: FlatOptions,
    randomState: number,
    bounds: ArrayLike<number>,
    resolution: number,
  ): Best;
  /** (n_classes, n_samples) */
  bayesProbabilities(
    name: string,
    options: FlatOptions,
    randomState: number,
    X: Float64Array,
  ): Float64Array;
  trainTestSplit(
    n: number,
    testSize: number,
    randomState: number,
  ): { train: Int32Array; test: Int32Array };
  standardScaler(X: Float64Array): { mean: Float64Array; std: Float64Array };
  /** (n_features, n_samples) */
  inputsOf(X: Float64Array, map: FeatureMap): Float64Array;
  activate(name: string, x: Float64Array): Float64Array;
  activationDerivative(name: string, x: Float64Array): Float64Array;
  binaryCrossEntropy(yTrue: Float64Array, yPred: Float64Array, nOutputs: number): number;
  categoricalCrossEntropy(yTrue: Float64Array, yPred: Float64Array, nOutputs: number): number;
  meanSquaredError(yTrue: Float64Array, yPred: Float64Array, nOutputs: number): number;
  accuracy(yTrue: Float64Array, yPred: Float64Array, nOutputs: number): number;
  r2Score(yTrue: Float64Array, yPred: Float64Array, nOutputs: number): number;
  dataBounds(X: Float64Array, margin: number): Float64Array;
}

export interface ModuleOptions {
  /** With no type that a project without `dom` lacks. */
  instantiateWasm(imports: any, receive: (instance: object) => void): object;
}

export default function createModule(options: ModuleOptions): Promise<MoonlabModule>;
