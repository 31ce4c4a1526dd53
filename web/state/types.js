/**
 * The shapes that the page's folders share. Types only: nothing here runs.
 *
 * @module
 */

/** @typedef {typeof import('./choices.js').PRESET_CHOICES[number]} PresetName */
/** @typedef {typeof import('./choices.js').PROBLEMS[number]} ProblemName */
/** @typedef {typeof import('./choices.js').DATASETS[number]['name']} DatasetName */
/** @typedef {typeof import('./choices.js').FEATURES[number]['name']} FeatureName */
/** @typedef {typeof import('./choices.js').ACTIVATIONS[number]['name']} ActivationName */
/** @typedef {ActivationName | 'softmax'} OutputActivationName */
/** @typedef {typeof import('./choices.js').INITS[number]} InitName */
/** @typedef {typeof import('./choices.js').RULES[number]} RuleName */
/** @typedef {typeof import('./choices.js').OPTIMIZERS[number]['name']} OptimizerName */
/** @typedef {typeof import('./choices.js').SCALES[number]} ScaleName */
/** @typedef {typeof import('./choices.js').REGULARIZATIONS[number]} RegularizationName */
/** @typedef {typeof import('./choices.js').ENGINE_LOSSES[number]} LossName as the engine has it */
/** @typedef {typeof import('./choices.js').SURFACES[number]} SurfaceName */
/** @typedef {typeof import('./choices.js').SPEEDS[number]} Speed Epochs a frame, or as many as fit. */
/** @typedef {typeof import('./choices.js').POINTS[number]} PointsShown */
/** @typedef {typeof import('./choices.js').PARTS[number]} PartName One part of the lab that an embedding page can leave out. */
/** @typedef {[x1: number, x2: number, label: number]} OwnPoint The label is a class's number; where values are learned, the value. */
/** @typedef {[x1: number, x2: number, label: number | string]} OwnRow Any label; see `class-names`. */

/**
 * Everything that can be set, always complete and valid.
 *
 * @typedef {object} Config
 * @property {PresetName} preset The values that the others started from.
 * @property {ProblemName} problem What is to be learned of points.
 * @property {DatasetName} dataset
 * @property {number} classes Of a data set that is made with as many as are asked for; 2 elsewhere, and of
 *   own points as many as they have.
 * @property {OwnPoint[]} data The points of the data set `own`, or none; other data sets leave them be.
 * @property {string[]} classNames Of the classes, by number; where there are fewer, the number is the name.
 *   Own points with labels other than 0, 1, … bring theirs.
 * @property {number} samples Training and test points together, of a data set that is not `own`.
 * @property {number} noise Standard deviation of the noise on the points; of the data set
 *   `classification`, the share of labels that are drawn anew.
 * @property {number} seed Of data and split; of weights and batches, unless they have their own.
 * @property {number} testSize Share of the samples kept for testing.
 * @property {FeatureName[]} features What the network is given of each point, one at least.
 * @property {ScaleName} scale How points are scaled before features are taken.
 * @property {number[]} layers Neurons of each hidden layer; empty is logistic regression.
 * @property {ActivationName | ActivationName[]} activation One name when all hidden layers have the
 *   same; otherwise one per hidden layer.
 * @property {InitName} init
 * @property {number | null} weightSeed Of weights and batches; null: `seed`.
 * @property {RuleName} rule
 * @property {OptimizerName} optimizer
 * @property {number} learningRate
 * @property {number} batchSize Samples a step; 0, or more than there are, is the whole training set.
 * @property {typeof import('./choices.js').LOSSES[number]['name']} loss What training makes smaller.
 * @property {RegularizationName} regularization On the weights.
 * @property {number} regularizationRate
 * @property {string} schedule Changes during the run, such as `200:learning-rate=0.01`; see schedule.js.
 * @property {number} epochs Training stops after this many; 0 is never.
 * @property {typeof import('./choices.js').STOPS[number]} stop
 * @property {number} at Epoch that it is trained to on opening; 0 is none.
 * @property {Speed} speed
 * @property {PointsShown} points
 * @property {SurfaceName} surface
 * @property {string} neuron Whose output the large picture shows, LAYER.NEURON, counted from 1; layer 0 is
 *   the inputs. Empty is the network's.
 * @property {boolean} autoplay Train as soon as the lab is seen.
 * @property {PartName[]} hide
 * @property {typeof import('./choices.js').LOADINGS[number]} loading
 * @property {typeof import('./choices.js').THEMES[number]} theme
 * @property {string} goal What is to be reached, such as `test-accuracy>=0.95`; empty is nothing.
 * @property {string} link Labs of one page with the same name go together; empty is alone.
 */

/**
 * A change of some settings; null brings one back to its preset's value.
 *
 * @typedef {{ [K in Exclude<keyof Config, 'data'>]?: Config[K] | null }
 *   & { data?: OwnRow[] | string | null }} ConfigPatch
 */

/**
 * What all settings have. Their words stand in the catalogues of web/languages.
 *
 * @typedef {object} Setting
 * @property {keyof Config} key In JSON.
 * @property {string} attribute In addresses, in messages and, unless `markup` says otherwise, in HTML.
 * @property {string} [markup] In HTML, where every element has a property of the other name, which
 *   frameworks would set instead. The other is read there, too.
 * @property {'preset' | 'data' | 'network' | 'training' | 'view' | 'embedding'} group
 * @property {'experiment' | 'run' | 'page'} scope What a change touches: `experiment` needs a new
 *   one, `run` holds for the training under way, `page` concerns neither. Presets set the former two.
 */

/**
 * @typedef {Setting & { kind: 'integer' | 'number', min: number, max: number, default: number | null,
 *   step: number, exclusiveMin?: boolean, optional?: boolean }} NumberEntry
 *   `step` is what one press of an arrow key changes, not a restriction; `optional` ones can be null.
 * @typedef {Setting & { kind: 'choice', choices: readonly string[], default: string }} ChoiceEntry
 * @typedef {Setting & { kind: 'sizes', min: number, max: number, maxItems: number,
 *   default: number[] }} SizesEntry
 * @typedef {Setting & { kind: 'activations', choices: readonly string[], default: string }} ActivationsEntry
 * @typedef {Setting & { kind: 'names', choices: readonly string[], default: string[],
 *   min?: number }} NamesEntry `min` names at least
 * @typedef {Setting & { kind: 'labels', maxItems: number, maxLength: number,
 *   default: string[] }} LabelsEntry
 * @typedef {Setting & { kind: 'boolean', default: boolean }} BooleanEntry
 * @typedef {Setting & { kind: 'points', min: number, max: number, maxSize: number, maxLength: number,
 *   classes: number, maxLabelLength: number, default: OwnPoint[] }} PointsEntry
 *   `min` and `max` are numbers of points, `maxSize` bounds coordinates, `maxLength` characters of all,
 *   `maxLabelLength` those of a label; `classes` is the most that can be shown.
 * @typedef {Setting & { kind: 'goal', maxItems: number, default: string }} GoalEntry
 * @typedef {Setting & { kind: 'schedule', max: number, maxItems: number, default: string }} ScheduleEntry
 * @typedef {Setting & { kind: 'neuron', default: string }} NeuronEntry
 * @typedef {Setting & { kind: 'name', maxLength: number, default: string }} NameEntry
 * @typedef {NumberEntry | ChoiceEntry | SizesEntry | ActivationsEntry | NamesEntry
 *   | LabelsEntry | BooleanEntry | PointsEntry | GoalEntry | ScheduleEntry
 *   | NameEntry | NeuronEntry} Entry
 */

/**
 * The words of a language, how it spells numbers, and what it calls settings; without that they have
 * the names that they are spelt with.
 *
 * @typedef {import('../languages/en.js').Texts['messages'] & { number: (value: number) => string,
 *   settings?: import('../languages/en.js').Texts['settings'] }} MessageWords
 */

/** @typedef {(words: MessageWords) => string} Message What is said in the language of whoever reads it. */

/**
 * What was not accepted, and why, in words for people.
 *
 * @typedef {object} ConfigError
 * @property {string} key The configuration's key, or the unknown name as it came.
 * @property {string} message In English, for developers.
 * @property {Message} say The same in any language.
 */

/**
 * How well the current weights do; epoch 0 is before any training. Where classes are learned, it has
 * accuracies; where values are, coefficients of determination.
 *
 * @typedef {object} Metrics
 * @property {number} epoch
 * @property {number} trainLoss
 * @property {number} testLoss
 * @property {number} trainAccuracy 0 … 1; where values are learned, there is none
 * @property {number} testAccuracy the same
 * @property {number} [trainR2] where values are learned: 1 is perfect, 0 is no better than their mean, and
 *   below 0 is worse
 * @property {number} [testR2] the same
 */

/**
 * The metrics of many epochs, one array a metric, all of one length.
 *
 * @typedef {{ [Name in keyof Metrics]: Float64Array }} Curves
 */

/**
 * Labelled points of the plane.
 *
 * @typedef {object} Points
 * @property {Float64Array} x1
 * @property {Float64Array} x2
 * @property {Float64Array} y The class's number, or the value.
 */

/**
 * What brings both coordinates to mean 0 and standard deviation 1, of the training points.
 *
 * @typedef {object} Scaler
 * @property {number[]} mean of x1 and x2
 * @property {number[]} std by which each is divided; 1 where it does not vary
 */

/**
 * What stays the same while an experiment trains.
 *
 * @typedef {object} Description
 * @property {number[]} layerSizes From the inputs to the output: `[2, 8, 8, 1]`.
 * @property {OutputActivationName[]} activations One per layer after the inputs.
 * @property {ProblemName} problem
 * @property {FeatureName[]} features What the inputs are.
 * @property {Scaler | null} scaler What points are scaled by before; null: they are not.
 * @property {number} parameterCount Weights and biases.
 * @property {string} architecture The network in print, a line a layer.
 * @property {[number, number, number, number]} bounds Of the grid: x1 from, x1 to, x2 from, x2 to.
 * @property {Points} train
 * @property {Points} test
 */

/**
 * Where a neuron is.
 *
 * @typedef {object} Neuron
 * @property {number} layer 0 is the inputs, 1 the first hidden layer, …; the output layer is one, too
 * @property {number} neuron from 0
 *
 * What one neuron gives over the plane.
 *
 * @typedef {Neuron & { values: Float64Array }} NeuronMap row by row from the lowest x2
 *
 * What a network says over the plane.
 *
 * @typedef {object} Answer
 * @property {Float64Array} grid The outputs, row-major, (outputs, resolution, resolution); the first row
 *   has the lowest x2. Of two classes the probability of class 1. Empty where it was not asked for.
 * @property {Float64Array} crossings Where the class changes between two of the grid's points although a
 *   probability jumps there, so that the grid does not tell: the sides between them, then how far along
 *   each, 0 … 1. A side is twice the index of its first point, plus 1 if it runs upwards. Empty where
 *   there are no classes, or no grid.
 * @property {number} resolution Points along each side of the grid; 0 where there is none.
 * @property {NeuronMap | null} neuronMap Of the neuron that is looked at, at the grid's resolution.
 *
 * What changes while an experiment trains: all that is needed to draw it now.
 *
 * @typedef {Answer & Progress} Frame
 *
 * @typedef {object} Progress
 * @property {Metrics} metrics
 * @property {Float64Array} history The epochs since the last frame, row by row, see metrics.js.
 * @property {Float32Array} maps What every input and then every neuron gives over the plane, layer by layer,
 *   (inputs and neurons, mapResolution, mapResolution); the first row has the lowest x2. Empty where there
 *   are none, and once the frame is followed by others: they are given away then, see Advance.
 * @property {number} mapResolution Points along each side of the maps; 0 where there are none.
 * @property {boolean} isSketch Its pictures are coarser than asked for, or lack maps: there was no time while it
 *   trains.
 * @property {Float64Array} parameters In the order of parameters.js.
 * @property {boolean} diverged A loss or a weight is no longer a finite number.
 */

/** @typedef {'loading' | 'ready' | 'training' | 'paused' | 'finished' | 'failed'} Status */

export {};
