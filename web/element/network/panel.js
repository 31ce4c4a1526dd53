import { FEATURES } from '../../state/choices.js';
import { MAP_RESOLUTION, heldNeuron, markedNeuron } from '../../state/look.js';
import { activationsOf, toggled, withLayer, withoutLayer } from '../../state/layers.js';
import { neuronIn, printNeuron } from '../../state/neuron.js';
import { splitLayers } from '../../state/parameters.js';
import { entryOfKey } from '../../state/schema.js';
import { settingWords } from '../../state/setting-words.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { NetworkDiagram } from '../../views/network/diagram.js';
import { inputSwitches } from '../../views/network/input-switches.js';
import { layerHeads } from '../../views/network/layer-heads.js';
import { layOutNetwork } from '../../views/network/layout.js';
import { NeuronButtons } from '../../views/network/neuron-buttons.js';
import { describeNetwork } from '../../views/network/probe.js';
import { watchEdges } from '../../views/network/watch-edges.js';
import { HeldNeuron } from './held-neuron.js';
import { NeuronView } from './neuron-view.js';
import { Pace } from './pace.js';
import { networkView } from './view.js';

/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {import('../../views/network/diagram.js').NetworkPicture} NetworkPicture */
/** @typedef {import('../../views/palette.js').Theme} Theme */
/** @typedef {import('../../languages/en.js').Texts} Texts */

/** The maps move with the boundary. */
const INTERVAL_MS = 50;
/** Of a large network there are many, each a picture to be painted: as many a millisecond. */
const MAPS_A_MS = 4;
/** Lines and numbers change little from frame to frame. */
const SLOW_MS = 100;
/** Of a large network there are many, which whoever paints the page has to draw: as many a millisecond. */
const LINES_A_MS = 40;

/**
 * The network in the middle of the lab: what every neuron makes of the plane, and what there is to be
 * changed at it.
 */
export class NetworkPanel {
  #view;
  #texts;
  #words;
  #controls;
  #painter;
  #edges;
  #neurons;
  #buttons;
  #switches;
  #heads;
  #held;
  #redraw;
  /** From the first drawing on. @type {FittedCanvas | null} */
  #canvas = null;
  /** Of lines and numbers. */
  #pace = new Pace(() => this.#redraw());
  /** What the buttons lie over. @type {NetworkDiagram['layout'] | null} */
  #laid = null;
  /** Whose inputs were asked for. @type {Scene['description'] | null} */
  #described = null;
  /** The maps of all inputs that there could be. @type {NetworkPicture['features']} */
  #features = null;
  /** @type {Scene | null} */
  #scene = null;

  /**
   * @param {object} options
   * @param {Texts} options.texts
   * @param {import('../../views/text/whole-words.js').WholeWords} options.words
   * @param {import('../controls.js').Controls} options.controls
   * @param {import('../pictures.js').Pictures} options.pictures
   */
  constructor({ texts, words, controls, pictures }) {
    this.#texts = texts.stage;
    this.#words = words;
    this.#controls = controls;
    this.#neurons = new NeuronView(texts.stage, words);
    const onMarks = () => this.#redraw();
    this.#held = new HeldNeuron({ texts: texts.stage, words, controls, pictures, onMarks });
    this.#buttons = new NeuronButtons(texts.stage.neurons, {
      onPoint: controls.point,
      onPress: (neuron) => controls.commit({ neuron: printNeuron(neuron) }),
      onLeave: () => this.#held.letGo(),
      onReset: (neuron) => this.#held.edit(neuron, null, 0),
    });
    this.#switches = inputSwitches({
      features: FEATURES,
      nameOf: texts.stage.give,
      onToggle: (name) =>
        this.#scene && controls.commit({ features: toggled(this.#scene.config, name) }),
    });
    this.#heads = this.#createHeads(texts);
    this.#view = networkView(texts, this.#heads.element, this.#held.element);
    this.element = this.#view.element;
    this.#view.stage.append(this.#switches.element, this.#buttons.element);
    this.#painter = new NetworkDiagram(this.#view.canvas, words);
    this.#edges = this.#watchEdges();
    pictures.plane.substitute = (scene) => this.#neurons.substitute(scene);
    this.#begin(controls.store.state);
    const draw = pictures.add(this, () => this.#interval);
    this.#redraw = () => {
      this.#pace.hurry();
      draw();
    };
  }

  /**
   * What can be pressed is there before it has its place: a lab that is made anew hands the focus on at
   * once.
   *
   * @param {import('../../state/lab-state.js').LabState} state
   */
  #begin({ config, description }) {
    const { layers } = config;
    this.#heads.update({ layers, activations: activationsOf(config) }, canEdit({ config }));
    if (!description) return;
    const { layerSizes } = description;
    const layout = layOutNetwork({ layerSizes }, { width: 1, height: 1 });
    this.#buttons.lay(layout, (neuron) => this.#neurons.title(neuron, description));
  }

  /** In milliseconds, between two pictures. */
  get #interval() {
    const layerSizes = this.#scene?.description.layerSizes ?? [];
    return Math.max(INTERVAL_MS, layerSizes.reduce((sum, size) => sum + size, 0) / MAPS_A_MS);
  }

  /** @param {Texts} texts */
  #createHeads(texts) {
    const activation = /** @type {import('../../state/types.js').Entry} */ (
      entryOfKey('activation')
    );
    const sizes = /** @type {import('../../state/types.js').SizesEntry} */ (entryOfKey('layers'));
    const { commit } = this.#controls;
    return layerHeads({
      texts: this.#texts,
      names: texts.layers,
      limits: { maxLayers: sizes.maxItems, maxNeurons: sizes.max },
      choices: settingWords(texts, activation).choices,
      handlers: {
        onLayers: (layers) => commit({ layers }),
        onActivations: (names) => commit({ activation: names.join() }),
        onInsert: (layer) => this.#scene && commit(withLayer(this.#scene.config, layer)),
        onRemove: (layer) => this.#scene && commit(withoutLayer(this.#scene.config, layer)),
      },
    });
  }

  #watchEdges() {
    return watchEdges(this.#view.canvas, {
      find: (position) => {
        const at = this.#canvas?.toPicture(position);
        const hit = at && this.#painter.hitEdge(at.x, at.y);
        return hit ? { hit, at } : null;
      },
      onPoint: (edge) => {
        this.#held.point(edge && edge.hit);
        this.#redraw();
      },
      onPress: (edge) => (edge ? this.#held.take(edge.hit) : this.#held.letGo()),
      onReset: ({ hit }) => this.#held.edit(hit, hit.from, 0),
    });
  }

  /**
   * @param {Theme} theme
   * @param {Scene} scene
   */
  draw(theme, scene) {
    const { isOther, lines } = this.#take(scene);
    this.#canvas ??= new FittedCanvas(this.#view.stage, this.#painter, () => this.#refit());
    if (this.#canvas.isEmpty) return;
    const restMs = Math.max(SLOW_MS, scene.description.parameterCount / LINES_A_MS);
    const isDue = isOther || this.#pace.isDue(restMs);
    this.#painter.draw(this.#pictureOf(scene, theme), { lines: isDue ? lines : 'none' });
    const isMoved = this.#laid !== this.#painter.layout;
    if (isDue || isMoved) this.#update(scene);
    if (isMoved) this.#lay(scene);
    this.#pace.keep(isDue, !this.#painter.isBehind, restMs);
  }

  /**
   * @param {Scene} scene
   * @returns {{ isOther: boolean, lines: 'all' | 'half' }} whether it is of another configuration, or another
   *   neuron is pointed at; how many lines there is time for
   */
  #take(scene) {
    const { config, pointed, description, frame } = this.#scene ?? {};
    this.#scene = scene;
    const { layerSizes } = scene.description;
    if (String(layerSizes) !== String(description?.layerSizes)) this.#edges.forget();
    // While it trains, the next picture is soon there.
    const isPassing = scene.status === 'training' && scene.frame !== frame;
    const isOther = scene.config !== config || scene.pointed !== pointed;
    return { isOther, lines: isPassing ? 'half' : 'all' };
  }

  /**
   * What else the network could be given: shown where that can be changed.
   *
   * @param {Scene} scene
   */
  async #findFeatures(scene) {
    const { ask, store } = this.#controls;
    if (!canEdit(scene) || !store.state.frame) return;
    try {
      const maps = await ask((client) => client.featureMaps(MAP_RESOLUTION));
      if (scene.description !== this.#described) return;
      this.#features = this.#neurons.features(maps);
      this.#redraw();
    } catch {
      // There is no experiment any more, or it has failed, which is told elsewhere.
    }
  }

  /** What can be pressed goes along at once: nobody is to press what was there before. */
  #refit() {
    if (this.#scene && this.#laid) this.#lay(this.#scene);
    this.#redraw();
  }

  /** @param {Scene} scene */
  describe({ description }) {
    if (!this.#canvas || this.#canvas.isEmpty) return;
    const { largestWeight } = this.#painter;
    const network = { ...description, ...this.#neurons.names(description), largestWeight };
    this.#view.describe(describeNetwork(network, this.#words));
  }

  /**
   * @param {Scene} scene
   * @param {Theme} theme
   * @returns {NetworkPicture}
   */
  #pictureOf(scene, theme) {
    const { frame, description } = scene;
    const { layerSizes, features } = description;
    const neuron = markedNeuron(scene, layerSizes);
    return {
      layerSizes,
      maps: frame.maps,
      mapResolution: frame.mapResolution,
      ranges: this.#neurons.ranges(scene),
      ...this.#neurons.names(description),
      offered: canEdit(scene) ? FEATURES.map(({ name }) => features.includes(name)) : undefined,
      layers: splitLayers(frame.parameters, layerSizes),
      features: this.#features,
      marks: this.#held.marks,
      pointed: this.#edges.pointed?.hit ?? (neuron && { kind: 'neuron', ...neuron }),
      hover: this.#edges.pointed?.at,
      theme,
    };
  }

  /**
   * Has what can be pressed lie over what is painted.
   *
   * @param {Scene} scene
   */
  #lay({ description }) {
    const { layout } = this.#painter;
    this.#laid = layout;
    const { x: scale } = /** @type {FittedCanvas} */ (this.#canvas).fromPicture({ x: 1, y: 1 });
    this.element.style.setProperty('--scale', String(scale));
    this.#buttons.lay(layout, (neuron) => this.#neurons.title(neuron, description));
    this.#switches.lay(layout, description.features);
    this.#heads.lay(layout);
  }

  /**
   * What is written, and read out.
   *
   * @param {Scene} scene
   */
  #update(scene) {
    const { config, description } = scene;
    // While a hand moves, they are those of the same plane.
    if (description !== this.#described && !scene.isHeld) {
      this.#described = description;
      this.#findFeatures(scene);
    }
    const { layers } = config;
    this.#switches.update(config.features, canEdit(scene));
    this.#heads.update({ layers, activations: activationsOf(config) }, canEdit(scene));
    this.#held.show(scene, this.#neurons);
    this.#buttons.update(heldNeuron(scene, description.layerSizes), (neuron) => {
      const mark = this.#held.marks[neuron.layer - 1]?.[neuron.neuron];
      const note = mark ? `, ${this.#held.wordsOf(mark, neuron)}` : '';
      return `${this.#neurons.title(neuron, description)}${note}`;
    });
    const pointed = neuronIn(scene.pointed, description.layerSizes);
    if (pointed) this.#buttons.describe(pointed, this.#neurons.describe(scene, pointed));
  }
}

/** @param {Pick<Scene, 'config'>} scene */
const canEdit = ({ config }) => !config.hide.includes('network');
