/**
 * Deutsch: alle Texte des Labors, in der Form von en.js.
 *
 * @module
 */

const numerals = { decimal: ',', group: '.', percent: '\u00a0%', mark: '' };

/** @param {number} count */
const whole = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, numerals.group);

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 * @returns {string} „1 Epoche“, „1.000 Epochen“
 */
const some = (count, one, many) => `${whole(count)} ${count === 1 ? one : many}`;

/** @param {number} count bis neun in Worten, weiblich */
const inWords = (count) =>
  ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'][count] ??
  whole(count);

/** Worin die Klassen gezeichnet werden. */
const COLORS = ['blau', 'orange', 'grün', 'purpur', 'braun', 'grau'];

/** @param {{ label: number, name: string | number }} side */
const inColor = ({ label, name }) => `Klasse ${name} (${COLORS[label]})`;

/**
 * @param {{ count: number, name: string | number }[]} counts der Punkte jeder Klasse
 * @param {string} one
 * @param {string} many
 */
const byClass = (counts, one, many) =>
  `${some(
    counts.reduce((sum, { count }) => sum + count, 0),
    one,
    many,
  )}, davon ` + enumerate(counts.map(({ count, name }) => `${whole(count)} der Klasse ${name}`));

/** @param {string[]} parts */
const enumerate = (parts) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.slice(-1)}`;

/** @param {number} epoch */
const atEpoch = (epoch) =>
  epoch === 0 ? 'Vor dem Training' : `Nach ${some(epoch, 'Epoche', 'Epochen')}`;

/**
 * @param {{ count: number, low: string, high: string }} found
 * @param {string} one
 * @param {string} many
 */
const byValue = ({ count, low, high }, one, many) =>
  some(count, one, many) + (count > 0 ? ` mit Werten von ${low} bis ${high}` : '');

const SIDES = { left: 'links', right: 'rechts', above: 'oberhalb', below: 'unterhalb' };

/** @type {import('./en.js').Texts} */
export default {
  locale: 'de',
  onPaper: 'Ein interaktives Labor, zu benutzen unter',
  direction: 'ltr',
  notANumber: 'undefiniert',
  numerals,

  settings: {
    preset: {
      label: 'Voreinstellung',
      choices: {
        default: { label: 'Standard' },
        notebook: { label: 'Notebook' },
        playground: { label: 'Playground' },
        'straight-line': { label: 'Gerade Linie' },
        xor: { label: 'XOR' },
        spiral: { label: 'Spirale' },
        overfitting: { label: 'Überanpassung' },
        'three-classes': { label: 'Drei Klassen' },
        regression: { label: 'Berg und Tal' },
      },
    },
    problem: {
      label: 'Aufgabe',
      choices: {
        classification: { label: 'Klassen' },
        regression: { label: 'Werte' },
      },
    },
    dataset: {
      label: 'Datensatz',
      choices: {
        moons: { label: 'Zwei Monde' },
        circles: { label: 'Kreise' },
        blobs: { label: 'Wolken' },
        xor: { label: 'XOR' },
        spirals: { label: 'Spiralen' },
        classification: { label: 'Haufen' },
        plane: { label: 'Ebene' },
        hills: { label: 'Hügel' },
        own: { label: 'Eigene Punkte' },
      },
    },
    classes: { label: 'Klassen' },
    data: { label: 'Eigene Punkte' },
    classNames: { label: 'Klassennamen' },
    samples: { label: 'Datenpunkte' },
    noise: { label: 'Rauschen' },
    seed: { label: 'Startwert' },
    testSize: { label: 'Testanteil' },
    features: {
      label: 'Eingaben',
      choices: {
        x1: { label: 'x₁' },
        x2: { label: 'x₂' },
        'x1^2': { label: 'x₁²' },
        'x2^2': { label: 'x₂²' },
        'x1*x2': { label: 'x₁x₂' },
        'sin(x1)': { label: 'sin x₁' },
        'sin(x2)': { label: 'sin x₂' },
      },
    },
    scale: {
      label: 'Skalierung',
      choices: {
        none: { label: 'Keine' },
        standard: { label: 'Standardisiert' },
      },
    },
    layers: { label: 'Verdeckte Schichten' },
    activation: {
      label: 'Aktivierung',
      choices: {
        relu: { label: 'ReLU' },
        tanh: { label: 'Tanh' },
        sigmoid: { label: 'Sigmoid' },
        linear: { label: 'Linear' },
        leaky_relu: { label: 'Leaky ReLU' },
        elu: { label: 'ELU' },
      },
    },
    init: {
      label: 'Initialisierung',
      choices: {
        small: { label: 'Klein' },
        xavier: { label: 'Xavier' },
        he: { label: 'He' },
      },
    },
    weightSeed: { label: 'Startwert der Gewichte' },
    rule: {
      label: 'Lernregel',
      choices: {
        backprop: { label: 'Backpropagation' },
        simplified: { label: 'Vereinfacht' },
      },
    },
    optimizer: {
      label: 'Optimierer',
      choices: {
        sgd: { label: 'Gradientenabstieg' },
        momentum: { label: 'Momentum' },
        rmsprop: { label: 'RMSProp' },
        adam: { label: 'Adam' },
      },
    },
    learningRate: { label: 'Lernrate' },
    batchSize: {
      label: 'Batchgröße',
      /** What 0 is called; it can be typed, too. */
      zero: 'alle',
    },
    loss: {
      label: 'Verlustfunktion',
      choices: {
        cross_entropy: { label: 'Kreuzentropie' },
        squared_error: { label: 'Quadratischer Fehler' },
      },
    },
    regularization: {
      label: 'Regularisierung',
      choices: {
        none: { label: 'Keine' },
        l1: { label: 'L1' },
        l2: { label: 'L2' },
      },
    },
    regularizationRate: { label: 'Regularisierungsrate' },
    schedule: { label: 'Zeitplan' },
    epochs: {
      label: 'Epochenlimit',
      /** What 0 is called; it can be typed, too. */
      zero: 'nie',
    },
    stop: { label: 'Anhalten' },
    at: { label: 'Öffnen bei Epoche' },
    speed: {
      label: 'Tempo',
      choices: {
        1: { label: '1 je Bild' },
        5: { label: '5 je Bild' },
        25: { label: '25 je Bild' },
        100: { label: '100 je Bild' },
        max: { label: 'Volles Tempo' },
      },
    },
    points: {
      label: 'Punkte',
      help: 'Mit welchen Punkten die Entscheidungsgrenze gezeichnet wird.',
      choices: {
        both: { label: 'Alle', help: 'Trainings- und Testpunkte' },
        train: { label: 'Training', help: 'die Punkte, aus denen das Netz lernt' },
        test: { label: 'Test', help: 'die Punkte, die das Netz nie gesehen hat' },
      },
    },
    surface: {
      label: 'Fläche',
      help: 'Was die Farben hinter den Punkten sagen.',
      choices: {
        levels: { label: 'Stufen', help: 'die Wahrscheinlichkeit, in zwanzig Stufen' },
        classes: { label: 'Klassen', help: 'nur die wahrscheinlichere Klasse' },
      },
    },
    neuron: { label: 'Neuron' },
    autoplay: { label: 'Von selbst starten' },
    hide: { label: 'Ausblenden' },
    loading: { label: 'Laden' },
    theme: { label: 'Farbschema' },
    goal: { label: 'Ziel' },
    link: { label: 'Verbindung' },
  },

  pictureSentences: {
    boundary: {
      undefined:
        'Die Wahrscheinlichkeiten sind keine Zahlen mehr, es gibt also keine Entscheidungsgrenze.',
      none: (label) => `Keine Grenze in Sicht: Alles ist Klasse ${label}.`,
      regions: (lines, [first, ...others]) =>
        `Die Entscheidungsgrenze ${lines}: ${first.share} der Ebene sind ` +
        `${inColor(first)}${others.map((side) => `, ${side.share} ${inColor(side)}`).join('')}.`,
      lines: ({ straight, open, closed }) =>
        (straight + open + closed === 1 ? 'ist ' : 'sind ') +
        enumerate(
          [
            { count: straight, one: 'Gerade', many: 'Geraden' },
            { count: open, one: 'Kurve', many: 'Kurven' },
            { count: closed, one: 'geschlossene Kurve', many: 'geschlossene Kurven' },
          ]
            .filter(({ count }) => count > 0)
            .map(({ count, one, many }) => `${inWords(count)} ${count === 1 ? one : many}`),
        ),
      undecided: (label, least, most) =>
        `Das Netz ist fast unentschieden: Die Wahrscheinlichkeiten von Klasse ${label} reichen nur von ` +
        `${least} bis ${most}.`,
      decided: (label, least, most) =>
        `Die Wahrscheinlichkeiten von Klasse ${label} reichen von ${least} bis ${most}.`,
      undecidedWinner: (least, most) =>
        'Das Netz ist fast unentschieden: Die Wahrscheinlichkeit der wahrscheinlichsten Klasse reicht ' +
        `nur von ${least} bis ${most}.`,
      decidedWinner: (least, most) =>
        `Die Wahrscheinlichkeit der wahrscheinlichsten Klasse reicht von ${least} bis ${most}.`,
      accuracy: ({ epoch, train, test }) =>
        `${atEpoch(epoch)} liegen ${train} der Trainingspunkte und ${test} der Testpunkte auf der ` +
        'richtigen Seite.',
      undefinedValues: 'Die Vorhersagen sind keine Zahlen mehr.',
      same: (value) => `Die Vorhersage ist überall ${value}.`,
      values: (low, high) =>
        `Die Vorhersagen reichen von ${low.value} ${low.place} bis ${high.value} ${high.place}.`,
      places: [
        ['unten links', 'unten', 'unten rechts'],
        ['links', 'in der Mitte', 'rechts'],
        ['oben links', 'oben', 'oben rechts'],
      ],
      r2: ({ epoch, train, test }) =>
        `${atEpoch(epoch)} ist R² auf den Trainingspunkten ${train}, auf den Testpunkten ${test}.`,
      pointsOfValue: {
        train: (found) => byValue(found, 'Trainingspunkt', 'Trainingspunkte'),
        test: (found) => byValue(found, 'Testpunkt', 'Testpunkte'),
      },
      points: {
        train: (counts) => byClass(counts, 'Trainingspunkt', 'Trainingspunkte'),
        test: (counts) => byClass(counts, 'Testpunkt', 'Testpunkte'),
      },
    },

    curves: {
      title: {
        cross_entropy: 'Kreuzentropie',
        squared_error: 'Quadratischer Fehler',
        accuracy: 'Genauigkeit',
        r2: 'R² (1: perfekt)',
      },
      guessing: (value) => `geraten: ${value}`,
      mean: (value) => `immer der Mittelwert: ${value}`,
      below: (value) => `bis ${value}`,
      name: { loss: 'Verlust', accuracy: 'Genauigkeit', r2: 'R²' },
      meaningOfR2:
        'R² ist 1, wo jeder Wert getroffen ist, und 0, wo der Mittelwert ebenso gut wäre.',
      none: 'Noch keine Epochen.',
      start: ({ name, epoch, train, test }) =>
        `Bei Epoche ${whole(epoch)}: ${name} im Training ${train}, im Test ${test}.`,
      course: ({ name, first, last, train, test, bestEpoch, best }) =>
        `${name} von Epoche ${whole(first)} bis ${whole(last)}: im Training von ` +
        `${train.join(' auf ')}, im Test von ${test.join(' auf ')}. Bester Wert im Test bei Epoche ` +
        `${whole(bestEpoch)}: ${best}.`,
      marks: (count) =>
        `${some(count, 'Änderung', 'Änderungen')} während des Laufs ${count === 1 ? 'ist' : 'sind'} markiert.`,
    },

    network: {
      input: 'Eingabe',
      hidden: (layer) => `Verdeckt ${layer}`,
      output: 'Ausgabe',
      short: {
        input: 'Ein',
        hidden: (layer) => `V${layer}`,
        output: 'Aus',
      },
      positive: 'positiv',
      negative: 'negativ',
      bias: 'Bias',

      inputNeuron: (name) => `Eingabe ${name}`,
      hiddenNeuron: (layer, neuron) => `verdeckte Schicht ${layer}, Neuron ${neuron}`,
      outputNeuron: 'Ausgabeneuron',
      outputOf: (name) => `Ausgabe, ${name}`,
      weight: (weight) => `Gewicht ${weight}`,
      from: (neuron) => `von: ${neuron}`,
      to: (neuron) => `nach: ${neuron}`,
      biasOf: (bias) => `Bias ${bias}`,
      moreWeights: (count) =>
        count === 1 ? 'und 1 weiteres Gewicht' : `und ${whole(count)} weitere Gewichte`,

      description: ({ inputs, layers, outputs, largest }) =>
        `Das Netz: ${some(inputs.length, 'Eingabe', 'Eingaben')} (${inputs.join(', ')}), dann ` +
        layers
          .map(({ size, activation }) => `${some(size, 'Neuron', 'Neuronen')} (${activation})`)
          .join(', dann ') +
        (outputs.length > 0 ? `, eins für jede Klasse (${outputs.join(', ')})` : '') +
        `. Sein größtes Gewicht hat den Betrag ${largest}.`,
    },
  },

  settingHelp: {
    preset: {
      help: 'Ein ganzer Satz von Werten für den Anfang.',
      choices: {
        default: 'lernt zwei Monde in wenigen Sekunden',
        notebook: 'genau der Lauf des Notebooks, das dieses Labor nachrechnet',
        playground:
          'beginnt wie TensorFlow Playground und schließt die Grenze um den inneren Kreis',
        'straight-line':
          'ohne verdeckte Schicht ist die Grenze eine Gerade, die keine Kreise trennt; mit einer Schicht gelingt es, oder mit den Eingaben x₁² und x₂²',
        xor: 'gegenüberliegende Ecken gehören zusammen, sodass keine Gerade die Klassen trennt; wenige verdeckte Neuronen können es',
        spiral: 'zwei Arme winden sich umeinander, und die Grenze muss ihnen ganz folgen',
        overfitting:
          'viele Gewichte lernen wenige Punkte auswendig: der Trainingsverlust fällt, der Testverlust steigt; Regularisierung L2 mit der Rate 0,01 hilft',
        'three-classes':
          'drei Punktwolken und für jede ein Ausgang, von denen der größte gewinnt: Geraden trennen sie, darum gibt es keine verborgene Schicht',
        regression:
          'ein Wert an jedem Punkt statt einer Klasse; ohne seine verborgenen Schichten ist das Netz eine Ebene, die keinem Hügel folgt',
      },
    },
    problem: {
      help: 'Was von jedem Punkt gelernt wird.',
      choices: {
        classification: 'zu welcher Klasse er gehört',
        regression: 'eine Zahl (Regression)',
      },
    },
    dataset: {
      help: 'Die Form, die die Punkte bilden.',
      choices: {
        moons: 'zwei Halbkreise, die ineinandergreifen',
        circles: 'ein kleiner Kreis in einem großen',
        blobs: 'eine runde Punktwolke je Klasse',
        xor: 'vier Quadrate, von denen gegenüberliegende zusammengehören',
        spirals: 'Arme, die sich umeinander winden, einer je Klasse',
        classification: 'Punkthaufen für jede Klasse, hier und dort in der Ebene',
        plane: 'Werte, die von Ecke zu Ecke gleichmäßig steigen',
        hills: 'Werte, die zwei Hügel und zwei Mulden bilden',
        own: 'selbst gezeichnete oder mitgebrachte Punkte',
      },
    },
    classes: { help: 'Wie viele Klassen es gibt.' },
    data: {
      help: 'Die Punkte des eigenen Datensatzes, je Zeile einer: x1, x2 und Klasse oder Wert.',
    },
    classNames: { help: 'Wie die Klassen heißen, der Reihe nach, durch Kommas getrennt.' },
    samples: { help: 'Wie viele Punkte es gibt, für Training und Test zusammen.' },
    noise: { help: 'Wie weit die Punkte um die genaue Form streuen (Standardabweichung).' },
    seed: {
      help: 'Der Anfang allen Zufalls (Seed): derselbe Startwert ergibt dieselben Punkte und dieselben Gewichte.',
    },
    testSize: {
      help: 'Der Anteil der Punkte, mit denen das Netz nie trainiert wird, sondern nur geprüft.',
    },
    features: {
      help: 'Was das Netz von jedem Punkt bekommt.',
      choices: {
        x1: 'die erste Koordinate',
        x2: 'die zweite Koordinate',
        'x1^2': 'das Quadrat der ersten',
        'x2^2': 'das Quadrat der zweiten',
        'x1*x2': 'das Produkt der beiden',
        'sin(x1)': 'der Sinus der ersten',
        'sin(x2)': 'der Sinus der zweiten',
      },
    },
    scale: {
      help: 'Was mit den Koordinaten geschieht, bevor das Netz sie bekommt.',
      choices: {
        none: 'sie bleiben, wie sie sind',
        standard: 'jede mit Mittelwert 0 und Standardabweichung 1, auf den Trainingspunkten',
      },
    },
    layers: { help: 'Wie viele Neuronen jede Schicht zwischen Eingabe und Ausgabe hat.' },
    activation: {
      help: 'Was jedes verdeckte Neuron mit der gewichteten Summe seiner Eingaben macht.',
      choices: {
        relu: 'lässt Positives stehen, macht den Rest zu 0',
        tanh: 'biegt alles glatt in den Bereich von −1 bis 1',
        sigmoid: 'biegt alles glatt in den Bereich von 0 bis 1',
        linear: 'gibt die Summe unverändert weiter, sodass mehr Schichten nichts bringen',
        leaky_relu: 'lässt Positives stehen und vom Rest ein Hundertstel',
        elu: 'lässt Positives stehen, biegt den Rest glatt gegen −1',
      },
    },
    init: {
      help: 'Wie groß die zufälligen Gewichte vor dem Training sind.',
      choices: {
        small: 'winzige Gewichte, ein Hundertstel der Standardnormalverteilung',
        xavier: 'richtet sich nach Ein- und Ausgängen der Schicht; passt zu Tanh und Sigmoid',
        he: 'richtet sich nach den Eingängen der Schicht; passt zu ReLU',
      },
    },
    weightSeed: {
      help: 'Der Anfang des Zufalls für erste Gewichte und Batches; ohne ihn ist es der der Daten.',
    },
    rule: {
      help: 'Wie aus dem Fehler an der Ausgabe eine Änderung jedes Gewichts wird.',
      choices: {
        backprop: 'der exakte Gradient des Verlusts, nach der Kettenregel',
        simplified: 'die Abkürzung des Notebooks: jede Schicht sieht denselben Fehler',
      },
    },
    optimizer: {
      help: 'Wie aus dem Gradienten ein Schritt wird.',
      choices: {
        sgd: 'ein Schritt genau gegen den Gradienten (SGD)',
        momentum: 'Schritte, die Schwung aufnehmen wie eine rollende Kugel',
        rmsprop: 'eine Schrittweite je Gewicht, nach seinen letzten Gradienten',
        adam: 'Schwung und eine Schrittweite je Gewicht zusammen',
      },
    },
    learningRate: {
      help: 'Wie groß jeder Schritt ist: klein ist langsam, groß kann übers Ziel hinausschießen.',
    },
    batchSize: { help: 'Wie viele Trainingspunkte jeder Schritt betrachtet, oder alle.' },
    loss: {
      help: 'Was das Training kleiner macht.',
      choices: {
        cross_entropy: 'sich im Falschen sicher zu sein, kostet am meisten',
        squared_error: 'der Mittelwert von (Vorhersage − Klasse)², wie bei Zahlen',
      },
    },
    regularization: {
      help: 'Was Gewichte zur 0 zieht, damit das Netz weniger auswendig lernt.',
      choices: {
        none: 'nichts zieht',
        l1: 'alle mit derselben Kraft, sodass viele 0 werden: Rate · Σ|w|',
        l2: 'große stärker, sodass alle klein bleiben: Rate/2 · Σw²',
      },
    },
    regularizationRate: { help: 'Wie stark die Gewichte zur 0 gezogen werden.' },
    schedule: {
      help: 'Was sich bei welcher Epoche des Laufs ändert, etwa 200:learning-rate=0.01.',
    },
    epochs: {
      help: 'Nach so vielen Durchgängen durch die Trainingspunkte endet das Training, oder nie.',
    },
    speed: {
      help: 'Wie viele Epochen für jedes gezeichnete Bild trainiert werden.',
      choices: {
        1: 'langsam genug, um jede Epoche zu sehen',
        5: 'gut zu sehen, wie sich die Grenze biegt',
        25: 'schnell',
        100: 'sehr schnell',
        max: 'alles, was der Rechner kann',
      },
    },
    neuron: {
      help: 'Wessen Ausgabe das große Bild zeigt, als SCHICHT.NEURON; leer ist die Antwort des Netzes.',
    },
  },

  groups: { data: 'Daten', network: 'Netz', training: 'Lernen' },
  groupSummary: {
    data: ({ label, text, ownPoints }) =>
      ownPoints === null
        ? `${text('samples')} Punkte, ${label('dataset')} · Rauschen ${text('noise')} · Startwert ${text('seed')}`
        : `${some(ownPoints, 'eigener Punkt', 'eigene Punkte')} · Startwert ${text('seed')}`,
    network: ({ label, text }) =>
      `${text('layers').replaceAll(',', ', ') || 'keine verdeckte Schicht'} · ` +
      `${label('activation')} · ${label('init')}`,
    training: ({ label, text }) =>
      `${label('optimizer')} · Lernrate ${text('learningRate')}` +
      (text('regularization') === 'none' ? '' : ` · ${label('regularization')}`),
  },

  restorePreset: 'Alle Änderungen zurücknehmen',
  newSeed: {
    data: 'Neue Daten',
    split: 'Neue Aufteilung',
    weights: 'Neue Gewichte',
    asData: (seed) => `${seed}, wie die Daten`,
  },
  classCount: { more: 'Eine Klasse mehr', fewer: 'Eine Klasse weniger' },
  datasetKinds: { classification: 'Klassen', regression: 'Werte', own: '' },
  noise: {
    spread: { label: 'Streuung', help: 'Wie weit die Punkte einer Klasse um ihre Mitte liegen.' },
    flipped: {
      label: 'Ausgeloste Klassen',
      help: 'Der Anteil der Punkte, deren Klasse ausgelost wird.',
    },
    value: { label: 'Rauschen', help: 'Wie weit die Werte streuen (Standardabweichung).' },
  },
  shortcuts: {
    space: 'Leertaste',
    toggle: 'Trainieren oder Pause',
    list: 'Diese Liste',
    note: 'Sie gelten, solange das Labor den Fokus hat und nichts anderes die Taste braucht.',
    close: 'Schließen',
  },
  best: {
    label: 'Bestmögliche Linie',
    help: 'Wo die wahrscheinlichste Klasse wechselt. Das ist bekannt, da die Punkte erzeugt sind.',
    sentence: (points, share, count) =>
      `Bei neuen Punkten ${points} ist niemand besser als ${share}; bei den ${count} Testpunkten ` +
      'hilft manchmal der Zufall.',
    all: (points) => `Neue Punkte ${points} lassen sich alle unterscheiden.`,
    drawn: 'Die bestmögliche Linie ist gestrichelt.',
    points: {
      moons: 'dieser Monde',
      circles: 'dieser Kreise',
      blobs: 'dieser Wolken',
      xor: 'dieses Musters',
      spirals: 'dieser Spiralen',
      classification: 'dieser Haufen',
    },
  },
  stage: {
    neurons: 'Neuronen',
    layers: 'Schichten',
    hint: 'Zeigen Sie auf ein Neuron, um zu sehen, was es berechnet. Ein Klick hält es fest, und seine Gewichte lassen sich ändern.',
    input: (feature) => `Eingabe ${feature}`,
    hidden: (layer, neuron) => `Verdeckte Schicht ${layer}, Neuron ${neuron}`,
    output: 'Ausgabe',
    outputOf: (name) => `Ausgabe, ${name}`,
    give: (feature) => `${feature} verwenden`,
    inputs: 'Eingaben',
    layer: (layer) => `Verdeckt ${layer}`,
    insert: (layer) => `Eine Schicht vor Schicht ${layer} einfügen`,
    remove: (layer) => `Verdeckte Schicht ${layer} entfernen`,
    activation: (layer) => `Was verdeckte Schicht ${layer} mit der Summe macht`,
    letGo: 'Loslassen',
    positive: 'positives Gewicht',
    negative: 'negatives Gewicht',
    frame: 'Rahmen: Bias',
    previous: (layer) => `a: was verdeckte Schicht ${layer} ausgibt`,
    dead: 'für alle Trainingspunkte gleich',
    twin: (neuron) => `wie Neuron ${neuron}`,
    bias: 'Bias',
    weightOf: (name) => `Gewicht von ${name}`,
    slider: (name) => `${name}, als Regler`,
    toZero: 'Doppelklick setzt es auf 0.',
    push: {
      sum: (sum) => `Letzter Gradient ${sum}.`,
      next: (sum) => `Nächster Gradient ${sum}.`,
      penalty: (penalty) => `Die Regularisierung gibt ${penalty} dazu.`,
      legend: 'Gefüllte Punkte heben das Gewicht, gestrichelte senken es.',
    },
    map: {
      undefined: 'Stellenweise keine Zahl.',
      everywhere: (value) => `Gibt überall ${value}.`,
      range: (low, high) => `Von ${low} bis ${high}.`,
      line: ({ side, from, to }) => `Aktiv ${SIDES[side]} einer Linie von ${from} nach ${to}.`,
      off: (share) => `Aus bei ${share} der Trainingspunkte.`,
      share: (share) => `Aktiv auf ${share} der Ebene.`,
    },
  },
  folds: {
    names: 'Testanteil u. a.',
    inputs: 'Eingaben u. a.',
    objective: 'Verlust, Tempo u. a.',
  },
  foldSummary: {
    names: ({ text }) => text('testSize'),
    objective: ({ label, text }) =>
      text('regularization') === 'none' ? '' : label('regularization'),
    inputs: ({ label, text }) =>
      label('features') + (text('scale') === 'none' ? '' : ', standardisiert'),
  },
  perLayer: 'Je Schicht eine',
  layerActivations: 'Aktivierung jeder Schicht',
  layerActivation: (layer) => `Schicht ${layer}`,
  layers: {
    addLayer: 'Schicht hinzufügen',
    removeLayer: 'Schicht entfernen',
    count: (count) => String(count),
    neurons: (layer) => `Neuronen der Schicht ${layer}`,
    addNeuron: (layer) => `Neuron zu Schicht ${layer} hinzufügen`,
    removeNeuron: (layer) => `Neuron aus Schicht ${layer} entfernen`,
  },

  confusion: {
    title: 'Konfusionsmatrix',
    note: 'Zeilen: die Klasse der Punkte. Spalten: wofür sie gehalten werden. Wer eine Zahl wählt, sieht ihre Punkte umringt.',
    sets: { train: 'Trainingspunkte', test: 'Testpunkte' },
    actual: 'Klasse',
    predicted: 'Gehalten für',
    name: (name) => `Klasse ${name}`,
    cell: ({ count, set, actual, predicted, isRight }) =>
      `${count} ${set === 'train' ? 'Trainings' : 'Test'}${count === 1 ? 'punkt' : 'punkte'} der Klasse ` +
      `${actual}, gehalten für ${isRight ? 'diese' : `Klasse ${predicted}`}`,
  },

  ownPoints: {
    format:
      'Eine Tabelle, wie Programme sie schreiben, oder eine Liste aus Python, NumPy oder JSON; eine ' +
      'Kopfzeile kann x1, x2 und label nennen.',
    use: 'Diese Punkte verwenden',
    draw: 'Im Bild zeichnen',
    file: 'Datei wählen',
    drop: 'oder eine Datei hier ablegen',
    count: (count) => (count === 0 ? '' : whole(count)),
    empty: 'Hier sind noch keine Punkte: einfügen, eine Datei wählen oder zeichnen.',
    leftOut: (lines) =>
      `Ausgelassen ${lines.length === 1 ? 'ist 1 Zeile' : `sind ${whole(lines.length)} Zeilen`}: ` +
      lines
        .slice(0, 3)
        .map(({ line, source }) => `Zeile ${line} („${source.slice(0, 40)}“)`)
        .join(', ') +
      (lines.length > 3 ? ' …' : '.'),
    classes: (names) => `${names.map((name, label) => `${name} ist Klasse ${label}`).join(', ')}.`,
    farFromOne:
      'Diese Zahlen sind viel größer oder kleiner als 1; daraus kann ein Netz nicht gut lernen.',
    standardise: 'Standardisieren',
    columns: {
      name: 'Spalten der Tabelle',
      ask: 'Die Tabelle hat mehr Spalten, als gebraucht werden. Welche sind es?',
      rows: 'Die ersten Zeilen',
      column: (number) => `Spalte ${number}`,
      roles: { x1: 'x₁ ist', x2: 'x₂ ist', label: 'Die Klasse ist' },
      use: 'Diese Spalten verwenden',
    },
  },
  drawingHint:
    'Ein Klick setzt einen Punkt, Ziehen viele; mit der Tastatur die Pfeiltasten und die Eingabetaste.',

  changes: {
    title: 'Änderungen während des Laufs',
    within: (label) => label,
    none: 'keine',
    weight: (name, value) => `Gewicht ${name} = ${value}`,
    bias: (name, value) => `Bias ${name} = ${value}`,
    entry: (epoch, what) => `Epoche ${epoch}: ${what}`,
    remove: (what) => `Entfernen: ${what}`,
    wentOn: (what, epoch) => `${what} ab Epoche ${epoch}.`,
    startedAgain: (what) => `Neu begonnen mit ${what}.`,
    removed: (what) => `Entfernt: ${what}.`,
    restored: (name, epoch) => `${name} ist wieder da, bei Epoche ${epoch}.`,
    undone: (epoch) => `Der vorige Lauf ist wieder da, bei Epoche ${epoch}.`,
    opened: (epoch) => `Geöffnet bei Epoche ${epoch}.`,
    repeating: (epoch) => `Es wird wieder bis Epoche ${epoch} trainiert …`,
    startAgain: 'Stattdessen damit neu beginnen',
    goOn: (epoch) => `Stattdessen ab Epoche ${epoch} weiter`,
    undo: 'Rückgängig',
    cancel: 'Abbrechen',
  },

  kept: {
    title: 'Aufbewahrte Läufe',
    keep: 'Aufbewahren',
    help: 'Bewahrt diesen Lauf auf, zum Vergleich mit den nächsten.',
    kept: (letter, epoch) => `Aufbewahrt als ${letter}, bei Epoche ${epoch}.`,
    run: 'Lauf',
    present: 'Dieser Lauf',
    name: 'Name',
    label: (letter) => `Name des Laufs ${letter}`,
    columns: {
      epoch: 'Epoche',
      trainLoss: 'Trainingsverlust',
      testLoss: 'Testverlust',
      accuracy: 'Testgenauigkeit',
      r2: 'Test-R²',
    },
    none: '–',
    actions: 'Aktionen',
    restore: 'Zurückholen',
    restoreRun: (letter) => `Lauf ${letter} zurückholen`,
    remove: (letter) => `Lauf ${letter} entfernen`,
    removeAll: 'Alle entfernen',
    removed: (letters) => `Entfernt: ${letters}.`,
    save: 'Aufbewahrte Läufe speichern',
    unsaved:
      'Sobald diese Seite verlassen wird, sind sie weg. Gespeichertes öffnet „Protokoll öffnen“ wieder.',
    named: (letter, label) => (letter === label ? `Lauf ${letter}` : `Lauf ${letter} (${label})`),
    beside: 'Daneben',
    besideRun: (letter) => `Daneben zeigen: Lauf ${letter}`,
    atEpoch: (name, epoch) => `${name}, Epoche ${epoch}`,
    atEnd: (name) => `${name}, wo er aufbewahrt wurde`,
    curve: ({ letter, label, epoch, value }) =>
      `Aufbewahrter Lauf ${letter}${label === letter ? '' : ` (${label})`}: ${value} auf den ` +
      `Testpunkten bei Epoche ${epoch}.`,
  },

  outcome: {
    label: 'Sofort zeigen',
    hint: 'Die Epoche, die nach jeder Änderung gezeigt wird, auch während ein Regler gezogen wird.',
    off: 'aus',
  },

  timeline: {
    name: 'Epoche',
    value: (epoch, furthest) => `${epoch}, trainiert bis ${furthest}`,
    best: 'Zur besten',
    before: 'Zu der davor',
    travel: (epoch, at) => `Auf dem Weg zu Epoche ${epoch}: bei ${at} …`,
  },

  explained: {
    title: 'Was ist geschehen?',
    searching: 'Das Training wird wiederholt, um zu sehen, was zuerst wuchs …',
    trying: 'Es wird probiert, was geholfen hätte …',
    at: (epoch) => `Epoche ${epoch}`,
    never: 'Der Verlust war von Anfang an zu groß für eine Zahl.',
    first: {
      loss: () => 'Zuerst wuchs der Trainingsverlust',
      gradient: () => 'Zuerst wuchs der Gradient (sein größter Eintrag)',
      step: () =>
        'Zuerst wuchsen die Schritte (die größte Änderung eines Gewichts oder Bias in einer Epoche)',
      weights: (layer) => `${layer}: Zuerst wuchs das größte Gewicht oder der größte Bias`,
    },
    grew: (first, { turn, grown }) =>
      `${first}, von ${turn.value} bei Epoche ${turn.epoch} auf ${grown.value} bei Epoche ${grown.epoch}`,
    until: (epoch) => ` und weiter, bis die Zahlen bei Epoche ${epoch} endeten`,
    goto: (epoch) => `Zu Epoche ${epoch}, wo es kippte`,
    remedies: (epochs) => `Damit ging es ${epochs} Epochen lang gut. Noch einmal von vorn mit:`,
    noRemedy: (epochs) => `Von dem, was sonst oft hilft, ging nichts ${epochs} Epochen lang gut.`,
  },

  drawing: {
    name: 'Punkte zeichnen',
    label: 'Nächster Punkt',
    class: (label) => `Klasse ${label}`,
    addClass: 'Klasse hinzufügen',
    value: 'Wert',
    undo: 'Rückgängig',
    clear: 'Leeren',
    shown: 'Mit den gezeigten Punkten beginnen',
    done: 'Fertig',
    cancel: 'Abbrechen',
    tally: (counts) =>
      `${counts.map(({ count, name }) => `${count} der Klasse ${name}`).join(', ')}.`,
    tallyOfValues: ({ count, low, high }) =>
      `${some(count, 'Punkt', 'Punkte')}${count > 0 ? ` mit Werten von ${low} bis ${high}` : ''}.`,
    notEnough: 'Trainieren lässt sich mit mindestens 4 Punkten aus zwei Klassen.',
    notEnoughValues: (least) => `Trainieren und testen lässt sich mit mindestens ${least} Punkten.`,
  },

  controls: 'Experiment',
  transport: {
    name: 'Training',
    train: 'Trainieren',
    pause: 'Pause',
    step: 'Schritt',
    reset: 'Zurücksetzen',
    presentation: 'Präsentation',
    shortcuts: 'Tastenkürzel',
    epoch: 'Epoche',
    testAccuracy: 'Testgenauigkeit',
    testR2: 'R² im Test',
  },

  boundary: 'Entscheidungsgrenze',
  diagram: 'Netzdiagramm',
  loss: 'Verlust',
  accuracy: 'Genauigkeit',
  numbers: 'Zahlen',
  architecture: 'Aufbau',
  architectureTitle: 'Aufbau des neuronalen Netzes:',
  architectureLayer: (layer) => `Schicht ${layer}`,
  legend: {
    name: 'Zeichen',
    class: (label) => `Klasse ${label}`,
    train: 'Trainingspunkte',
    test: 'Testpunkte',
  },
  readoutHint: 'Ins Bild zeigen, oder es anwählen und die Pfeiltasten benutzen.',

  metrics: {
    caption: 'Verlust und Genauigkeit',
    corner: 'Punkte',
    train: 'Training',
    test: 'Test',
    loss: 'Verlust',
    accuracy: 'Genauigkeit',
    parameters: (count) => `${count} Parameter, Schicht für Schicht`,
  },
  r2: {
    title: 'R²',
    caption: 'Verlust und R²',
    note: 'R²: 1, wo jeder Wert getroffen ist; 0, wo der Mittelwert ebenso gut wäre; darunter, wo er besser wäre.',
  },
  notebook: {
    caption: 'Die Zahlen des Notebooks und unsere',
    corner: 'Zahl',
    trainLoss: (epoch) => `Verlust, Epoche ${epoch}`,
    testAccuracy: (epoch) => `Testgenauigkeit, ${epoch}`,
    notebook: 'Notebook',
    here: 'Hier',
    agreement: 'Gleich',
    digits: (count) => (count === 1 ? '1 Ziffer' : `${count} Ziffern`),
    same: 'ganz',
    onePoint: '± 1 Punkt',
    agrees: (how) => `✓ ${how}`,
    differs: 'verschieden',
    pending: '–',
  },

  inside: {
    title: 'Blick ins Innere',
    lead: 'Fünf Blicke hinter das Bild. Berechnet wird erst, was aufgeklappt ist.',
    diverged:
      'Die Gewichte sind keine endlichen Zahlen mehr. Nach dem Zurücksetzen lässt sich dies wieder berechnen.',
    layer: (number, count) => (number === count ? 'Ausgabeschicht' : `Verdeckte Schicht ${number}`),

    parity: {
      title: 'Abgleich mit dem Notebook',
      lead:
        'Das Labor rechnet, was das Notebook rechnet. Diese Tabelle vergleicht, hier und jetzt, was ' +
        'diese Seite berechnet hat, mit dem, was NumPy und scikit-learn für dieselben Startwerte ergaben.',
      other: 'Das Labor ist gerade anders eingestellt als der Lauf des Notebooks.',
      set: 'Lauf des Notebooks einstellen',
      caption: 'Schritt für Schritt',
      corner: 'Schritt',
      columns: ['Ergebnis', 'Größter Unterschied', 'Notebook', 'Hier'],
      stages: {
        data: 'Daten',
        split: 'Aufteilung',
        weights: 'Anfangsgewichte',
        forward: 'Vorwärtsdurchgang',
        training: 'Training',
      },
      exact: '✓ exakt',
      differs: '✗ verschieden',
      pending: '–',
      untrained: 'erst trainieren',
      within: (epoch) => `✓ innerhalb der Toleranz bis Epoche ${epoch}`,
      beyond: (epoch) => `✗ außerhalb der Toleranz bei Epoche ${epoch}`,
      note: (epochs) =>
        'Von jedem Schritt wird eine Handvoll Zahlen verglichen und eine gezeigt: die erste Koordinate ' +
        'des ersten Punkts, das erste Gewicht, der Verlust. „Exakt“ heißt: dieselben Punkte in denselben ' +
        'Mengen und dieselben Gewichte; die letzte von 16 Ziffern kann abweichen, wo ein Logarithmus ' +
        `oder eine Summe anders gerundet wird. Vom Training werden die ersten ${epochs} Epochen ` +
        'verglichen, auf 8 Ziffern: Spätere sind nicht bestimmt.',
      chaosTitle: (epochs) => `Warum nur ${epochs} Epochen?`,
      chaos: [
        'Die Lernregel des Notebooks ist bei einer Lernrate von 0,5 chaotisch. Sie gibt jeder Schicht ' +
          'denselben Fehler, ihre Schritte folgen also nicht dem Gefälle des Verlusts, und bei dieser ' +
          'Lernrate sind sie viel zu lang: Jeder schießt übers Ziel hinaus und treibt zwei fast gleiche ' +
          'Läufe weiter auseinander.',
        'Werden dieselben Zahlen in anderer Reihenfolge addiert, so ändert sich die letzte von 16 ' +
          'Ziffern. Etwa ab Epoche 170 verzehnfacht sich dieser Unterschied alle paar Epochen, bis er den ' +
          'Verlust bestimmt. Schon zwei Versionen von NumPy sind sich dort uneins, es gibt also keine ' +
          'richtige Zahl zum Vergleichen. Exakte Backpropagation kennt dieses Problem nicht: Der ' +
          'Schmetterling darunter zeigt beides.',
      ],
    },

    butterfly: {
      title: 'Schmetterling',
      lead:
        'Zweimal dasselbe Training, beim zweiten Mal werden die Punkte in umgekehrter Reihenfolge ' +
        'addiert. Bei exakter Rechnung änderte sich nichts; im Computer ändert sich die letzte von 16 ' +
        'Ziffern. Macht das etwas aus?',
      subject: 'Trainiert wird',
      subjects: { notebook: 'Das Notebook', lab: 'Dieses Labor' },
      run: 'Beide ausführen',
      oneRule:
        'Die vereinfachte Regel ist für eine einzige Ausgabe; bei mehreren Klassen gibt es deshalb nur Backpropagation.',
      running: (epochs, times) =>
        `${epochs} Epochen werden trainiert, ${times === 2 ? 'zweimal' : 'viermal'} …`,
      rules: { simplified: 'Vereinfachte Regel', backprop: 'Backpropagation' },
      lossTitle: (rule) => `Verlust: ${rule}`,
      differenceTitle: 'Unterschied der beiden Läufe',
      epoch: 'Epoche',
      loss: 'Verlust',
      difference: 'Unterschied der Verluste',
      inOrder: 'Der Reihe nach',
      reversed: 'Umgekehrt',
      parts: ({ rule, from, at, largest }) =>
        `${rule}: Die beiden Läufe trennen sich. Ab Epoche ${from} ist der Unterschied mehr als ` +
        `Rundung, bei Epoche ${at} übersteigt er erstmals 0,001. Größter Unterschied: ${largest}.`,
      stays: ({ rule, epochs, largest }) =>
        `${rule}: Die beiden Läufe trennen sich in ${epochs} Epochen nie. Größter Unterschied: ` +
        `${largest}.`,
      curves: ({ first, last, other }) =>
        `Von ${first} aus kommt der Lauf der Reihe nach zu ${last}, der umgekehrte zu ${other}.`,
    },

    gradients: {
      title: 'Gradientenprobe',
      lead:
        'Der Gradient sagt für jedes Gewicht, wie sich mit ihm der Verlust ändert. Backpropagation ' +
        'berechnet ihn; man kann ihn auch messen, indem man ein Gewicht nach dem anderen um ±ε ' +
        'verschiebt. Beides sollte übereinstimmen.',
      epsilon: 'Verschiebung ε',
      caption: (epsilon) => `Alle Parameter, ε = ${epsilon}`,
      region: 'Gradienten aller Parameter',
      corner: 'Parameter',
      columns: ['Backpropagation', 'Gemessen', 'Relativer Fehler', 'Vereinfachte Regel'],
      weight: (to, from) => `${to} ← ${from}`,
      bias: (neuron) => `${neuron}, Bias`,
      neuron: (number) => `Neuron ${number}`,
      class: (name) => `Klasse ${name}`,
      place: (layer, parameter) => `${layer}, ${parameter}`,
      check: 'Jetzt prüfen',
      costly: (parameters, seconds) =>
        `Alle ${parameters} Parameter zu messen dauert etwa ${seconds} s und beginnt deshalb erst auf Wunsch.`,
      summary: ({ overall, worst, place }) =>
        'Insgesamt weichen Messung und Backpropagation um einen relativen Fehler von ' +
        `${overall} voneinander ab. Beim schlechtesten einzelnen Parameter sind es ${worst} (${place}).`,
      reasons: {
        agree: 'Sie stimmen überein: Backpropagation rechnet richtig.',
        truncation:
          'ε ist so groß, dass sich der Verlust innerhalb der Verschiebung krümmt: Abbruchfehler. Ein kleineres hilft.',
        roundOff:
          'ε ist so klein, dass sich der Verlust innerhalb seiner 16 Ziffern kaum ändert: Rundungsfehler. Ein größeres hilft.',
        clipped:
          'Einige Trainingspunkte sind falsch eingeordnet, mit einer Wahrscheinlichkeit, die von 0 oder 1 ' +
          'um weniger als 10⁻⁷ abweicht; dort wird der Verlust abgeschnitten: Ein Gewicht zu verschieben ' +
          'ändert ihn nicht, obwohl das Netz aus ihnen noch lernen soll.',
        corner:
          'ReLU hat bei 0 eine Ecke und dort keine Steigung. Ein Neuron, das auf ihr liegt oder bei der ' +
          'Verschiebung über sie kommt, lässt die Messung abweichen: Backpropagation ist dort nicht falsch.',
      },
      sweepTitle: 'Fehler in Abhängigkeit von ε',
      error: 'Relativer Fehler',
      measured: 'Alle Parameter',
      chosen: 'Gewähltes ε',
      sweepDescription: ({ best, least, largest, smallest }) =>
        `Der relative Fehler ist bei ε = ${best} am kleinsten: ${least}. Bei ε = 10⁻¹ ist er ` +
        `${largest} (Abbruchfehler), bei ε = 10⁻¹² ist er ${smallest} (Rundungsfehler).`,
      cosines: 'Zeigt die vereinfachte Regel bergab?',
      cosineCorner: 'Schicht',
      cosineColumn: 'Kosinus',
      cosineNote:
        'Der Kosinus zwischen ihrer Richtung und dem wahren Gradienten: 1 ist dieselbe Richtung, 0 hat ' +
        'nichts mit ihm zu tun, unter 0 geht es bergauf.',
    },

    activity: {
      title: 'Was das Netz wirklich hat',
      lead:
        'Acht Neuronen helfen nur, wenn sie acht verschiedene Dinge über die Punkte sagen. Der effektive ' +
        'Rang zählt, wie viele verschiedene Dinge eine Schicht sagt.',
      none: 'Es gibt keine verdeckte Schicht, also keine Neuronen zu vergleichen.',
      heading: (number) => `Verdeckte Schicht ${number}`,
      rank: (neurons, rank) => `${neurons}, effektiver Rang ${rank}`,
      neurons: (count) => some(count, 'Neuron', 'Neuronen'),
      list: (number) => `Neuronen der verdeckten Schicht ${number}`,
      neuron: 'Neuron',
      repeats: (number) => `wiederholt Neuron ${number}`,
      dead: 'tot',
      verdicts: {
        single: ({ number }) => `Die verdeckte Schicht ${number} hat ein einziges Neuron.`,
        silent: ({ number }) =>
          `Die verdeckte Schicht ${number} schweigt: Alle ihre Ausgaben sind für jeden Punkt 0.`,
        one: ({ neurons, number }) =>
          `Die ${neurons} Neuronen der verdeckten Schicht ${number} wirken wie eines.`,
        some: ({ neurons, number, rank }) =>
          `Die ${neurons} Neuronen der verdeckten Schicht ${number} wirken wie etwa ${rank}.`,
        all: ({ neurons, number }) =>
          `Jedes der ${neurons} Neuronen der verdeckten Schicht ${number} sagt etwas Eigenes.`,
      },
      deadNote: (count) =>
        count === 0 ? '' : ` Tote Neuronen: ${count}, mit derselben Ausgabe für jeden Punkt.`,
    },

    cost: {
      title: 'Was eine Epoche kostet',
      lead:
        'Fast die ganze Arbeit ist, ein Gewicht mit einer Zahl malzunehmen und das Produkt zu einer Summe ' +
        'zu addieren. So oft tut es eine Epoche; wie lange das hier dauert, lässt sich messen.',
      caption: 'Multiplikationen mit Addition in einer Epoche',
      corner: 'Was hindurchgeht',
      columns: ['Punkte', 'Je Punkt', 'Zusammen'],
      shares: {
        forward: 'Trainingspunkte vorwärts',
        backward: 'Und zurück',
        again: 'Noch einmal vorwärts, für die Kurven',
        test: 'Testpunkte vorwärts',
      },
      total: 'Alles',
      measure: 'Zeit messen',
      measuring: 'Es wird gemessen …',
      microseconds: (number) => `${number} µs`,
      milliseconds: (number) => `${number} ms`,
      measured: ({ time, epochs, millions }) =>
        `Eine Epoche dauert auf einem Kern dieses Geräts ${time}: ${epochs} Epochen in der Sekunde mit ` +
        `${millions} Millionen Multiplikationen samt Addition.`,
    },
  },

  trials: {
    title: 'Viele Läufe',
    lead: 'Ein Lauf ist ein Wurf mit Würfeln, aus einer Einstellung. Hier werden viele zugleich trainiert, auf allen Kernen; das Labor läuft dabei weiter.',
    effort: {
      cancel: 'Abbrechen',
      progress: (done, all) => `${done} von ${all} Läufen`,
      left: (seconds) => `noch etwa ${seconds} s`,
      done: (all, seconds) => `${all} Läufe in ${seconds} s.`,
      cancelled: (done, all) => `Abgebrochen nach ${done} von ${all} Läufen.`,
    },
    sweep: {
      title: 'Raster',
      lead: 'Trainiert die Einstellung des Labors mit jedem Paar von Werten zweier Einstellungen: Auf welche kommt es an, und welches Netz ist groß genug?',
      axes: { x: 'Waagerecht', y: 'Senkrecht' },
      nothing: 'Nichts',
      values: { x: 'Werte waagerecht', y: 'Werte senkrecht' },
      valuesHint: 'Mit Leerzeichen dazwischen. Schichten schreibt man 8,8, keine Schicht 0.',
      badCount: (name, count, most) =>
        `${name}: es sind ${count} Werte; erlaubt sind 1 bis ${most}, mit Leerzeichen dazwischen`,
      sameTwice: 'Waagerecht und senkrecht sind dieselbe Einstellung; erlaubt sind zwei.',
      seeds: 'Gewichts-Seeds je Paar',
      epochs: 'Epochen',
      start: 'Raster starten',
      plan: (runs, epochs) => `Das sind ${runs} Läufe zu ${epochs} Epochen.`,
      measure: 'Gezeigt nach',
      measures: { accuracy: 'Testgenauigkeit', r2: 'Test-R²', loss: 'Testverlust' },
      within: (measure) => measure,
      caption: (x, y) => (y ? `${y} und ${x}` : x),
      hint: 'Zeige auf ein Bild, um seine Zahlen zu lesen. Wähle es, und sein erster Lauf wird im Labor geöffnet.',
      waiting: 'noch nicht trainiert',
      diverged: 'divergiert',
      one: (measure, value) => `${measure} ${value}.`,
      several: (measure, found) =>
        `${measure} ${found.mean} im Mittel von ${found.count} Seeds, von ${found.lowest} ` +
        `bis ${found.highest} (Standardabweichung ${found.deviation}).`,
      divergedAt: (count, all, epoch) =>
        all === 1 ? `divergiert bei Epoche ${epoch}.` : `${count} von ${all} sind divergiert.`,
      best: ({ name, value }) => `Am besten: ${name}, mit ${value}.`,
      smallest: (found) =>
        `Das kleinste Netz, das bis auf 0,01 daran kommt, hat ${found.parameters} Parameter: ` +
        `${found.name}, mit ${found.value}.`,
      opened: (epoch) =>
        `Oben im Labor geöffnet, bei Epoche ${epoch}. „Rückgängig“ bringt dort zurück, was war.`,
      files: { csv: 'Als CSV speichern', png: 'Als PNG speichern' },
      saved: (name) => `Gespeichert als ${name}.`,
      subtitle: (epochs, seed) =>
        `${epochs} Epochen. Bilder: Gewichts-Seed ${seed}; Zahlen: der Mittelwert aller Seeds.`,
    },
    luck: {
      title: 'Glück',
      lead: 'Trainiert die Einstellung des Labors von vielen Seeds aus: Wie viel an einem Ergebnis liegt an der Einstellung, wie viel am Würfel?',
      chance: 'Neu gezogen',
      chances: { weights: 'Gewichte', data: 'Daten' },
      seeds: 'Wie viele Seeds',
      epochs: 'Epochen',
      start: 'Würfeln',
      measure: 'Gezeigt nach',
      names: { accuracy: 'Testgenauigkeit', r2: 'Test-R²', loss: 'Testverlust' },
      histogram: 'Wie die Ergebnisse streuen',
      runs: 'Läufe',
      own: (seed) => `Seed ${seed}`,
      mean: (count, chance, measure, mean) =>
        `${count} Ziehungen der ${chance === 'data' ? 'Daten' : 'Gewichte'}: ${measure} ${mean} im Mittel.`,
      range: (found) =>
        `Die Hälfte liegt zwischen ${found.lower} und ${found.upper}, alle zwischen ${found.lowest} und ` +
        `${found.highest}: So viel ist Glück.`,
      diverged: (count) => `${count} weitere sind divergiert.`,
      allDiverged: 'Alle, die fertig sind, sind divergiert.',
      place: (seed, share) => `Der Seed des Labors, ${seed}, ist besser als ${share} der anderen.`,
      beside: 'Daneben',
      besideNothing: 'nichts',
      legend: (run) => `Gefüllt: die Einstellung des Labors. Linie: ${run}.`,
      other: (found) =>
        `${found.run}: ${found.mean} im Mittel, die Hälfte zwischen ${found.lower} und ${found.upper}.`,
      duel: (found) =>
        `Seed für Seed ist die Einstellung des Labors bei ${found.wins} besser, ${found.run} bei ${found.losses}, ` +
        `und bei ${found.ties} sind sie gleich.`,
      coin: {
        below: (share) => `weniger als ${share}`,
        clear: (share) =>
          `Eine Münze, geworfen, wo sie sich unterscheiden, fällt in ${share} der Fälle so ungleich: Das ist kaum Zufall (Vorzeichentest).`,
        weak: (share) =>
          `Eine Münze, geworfen, wo sie sich unterscheiden, fällt in ${share} der Fälle so ungleich: Das deutet auf einen Unterschied, beweist ihn aber nicht (Vorzeichentest).`,
        even: (share) =>
          `Eine Münze, geworfen, wo sie sich unterscheiden, fällt in ${share} der Fälle so ungleich: Das zeigt keinen Unterschied (Vorzeichentest).`,
        equal: 'Kein Seed zeigt einen Unterschied.',
        scope: {
          weights: 'Andere Daten können anderes sagen.',
          data: 'Andere Anfangsgewichte können anderes sagen.',
        },
      },
    },
    influence: {
      title: 'Welcher Punkt war das?',
      lead: 'Trainiert die Einstellung des Labors noch einmal ohne jeden Trainingspunkt; alles andere bleibt, wie es ist. Ein Punkt, der falsch liegt oder falsch benannt ist, verrät sich dadurch, was ohne ihn geschieht.',
      epochs: 'Epochen',
      start: 'Jeden weglassen',
      picture: 'Was jeder Trainingspunkt bewirkt',
      effect: 'Gezeigt nach',
      effects: { loss: 'Testverlust', plane: 'Grenze', values: 'Werte' },
      legend: {
        loss: 'Gefüllt: ohne ihn ist der Testverlust kleiner. Gestrichelt: er ist größer.',
        plane: 'Je größer der Kreis, desto mehr von der Ebene ändert sich ohne ihn.',
      },
      hint: 'Zeige auf einen Trainingspunkt, um zu lesen, was ohne ihn geschieht. Wähle einen in der Tabelle, und die Ebene wird ohne ihn gezeigt.',
      caption: 'Die stärksten',
      columns: {
        point: 'Punkt',
        loss: 'Testverlust ohne ihn',
        plane: 'Ebene, die die Klasse wechselt',
        values: 'Änderung der Werte',
      },
      point: (x1, x2) => `x₁\u00a0${x1}, x₂\u00a0${x2}`,
      class: (name) => `Klasse ${name}`,
      value: (value) => `Wert ${value}`,
      effectOn: (loss, plane) =>
        `Ohne ihn ändert sich der Testverlust um ${loss}, und ${plane} der Ebene wechseln die Klasse.`,
      effectOfValues: (loss, change) =>
        `Ohne ihn ändert sich der Testverlust um ${loss}, und die Werte im Mittel um ${change}.`,
      isOut: 'Die Ebene wird ohne ihn gezeigt.',
    },
  },

  saving: {
    title: 'Speichern und öffnen',
    lead: 'Diesen Lauf aufheben, abgeben oder später fortsetzen. Nichts verlässt den Rechner.',
    files: {
      record: {
        action: 'Protokoll speichern',
        help: 'Einstellungen, Kurven und Gewichte (.json), hier wieder zu öffnen.',
      },
      history: {
        action: 'Verlauf speichern',
        help: 'Verlust und Genauigkeit jeder Epoche (.csv), für eine Tabellenkalkulation.',
      },
      boundary: {
        action: 'Bild speichern',
        help: 'Die Entscheidungsgrenze (.png), wie sie gerade zu sehen ist.',
      },
      script: {
        action: 'NumPy-Skript speichern',
        help: 'Das trainierte Netz in Python (.py), das sich selbst prüft.',
      },
    },
    saved: (name) => `Gespeichert als ${name}.`,
    thinned: (stride) =>
      `Der Lauf ist lang: Die Datei enthält jede ${stride}. Epoche und die letzte.`,
    offered: (name) =>
      `Angeboten als ${name}. Kam keine Datei, so erlaubt die Seite um das Labor keine Downloads.`,
    copy: 'Stattdessen kopieren',
    copied: 'Kopiert.',
    notCopied: 'Die Seite um das Labor erlaubt auch das Kopieren nicht.',

    choose: 'Protokoll öffnen',
    drop: 'oder die Datei hier ablegen. Beim Öffnen wird das Training wiederholt und jede Zahl verglichen.',
    repeating: (epoch, last) => `Das Training wird wiederholt: Epoche ${epoch} von ${last}`,
    cancel: 'Abbrechen',
    cancelled: 'Abgebrochen. Das Labor ist, wie es war.',
    opened: (epoch) => `Geöffnet bei Epoche ${epoch}: Jede Zahl ist dieselbe.`,
    openedKept: (count) =>
      `${some(count, 'aufbewahrter Lauf', 'aufbewahrte Läufe')} geöffnet: alle Zahlen stimmen überein.`,
    unchanged: 'Das Labor ist, wie es war.',

    picture: {
      title: (epoch, accuracy) =>
        `Entscheidungsgrenze bei Epoche ${epoch}: Testgenauigkeit ${accuracy}`,
      titleOfValues: (epoch, r2) => `Vorhersagen bei Epoche ${epoch}: R² im Test ${r2}`,
      failed: 'Der Browser konnte kein Bild davon machen.',
    },

    script: {
      title: ['Ein neuronales Netz, trainiert in Moonlab, nur mit NumPy.'],
      use: [
        'Ausgeführt vergleicht es seine Antworten mit denen des Labors für dieselben Punkte.',
        'Importiert bietet es predict(points).',
      ],
      activations: ['Was ein Neuron mit der gewichteten Summe seiner Eingaben macht.'],
      layers: [
        'Schicht für Schicht: Gewichte (Neuronen, Eingaben), Biases (Neuronen), Aktivierung.',
      ],
      answers: {
        probability: {
          points: [
            'Punkte der Ebene (x1, x2), und die Wahrscheinlichkeit des Labors für Klasse 1.',
          ],
          predict: ['Die Wahrscheinlichkeit von Klasse 1 für jeden der Punkte (n, 2).'],
        },
        probabilities: {
          points: ['Punkte der Ebene (x1, x2), und die Wahrscheinlichkeiten des Labors je Klasse.'],
          predict: ['Die Wahrscheinlichkeiten der Klassen (n, Klassen) für die Punkte (n, 2).'],
        },
        value: {
          points: ['Punkte der Ebene (x1, x2), und der Wert des Labors dort.'],
          predict: ['Der Wert an jedem der Punkte (n, 2).'],
        },
      },
      agreement: '{} Punkte stimmen mit dem Labor überein; der größte Unterschied ist {:.1e}.',
    },
  },

  goal: {
    aim: (conditions) => `Ziel: ${conditions}`,
    reached: (conditions, epoch) => `Ziel erreicht bei Epoche ${epoch}: ${conditions}`,
    lacking: (metrics) => ` (hier nicht zu erreichen: ${metrics.join(', ')} gibt es nicht)`,
    metrics: {
      epoch: 'Epoche',
      trainLoss: 'Trainingsverlust',
      testLoss: 'Testverlust',
      trainAccuracy: 'Trainingsgenauigkeit',
      testAccuracy: 'Testgenauigkeit',
      trainR2: 'R² im Training',
      testR2: 'R² im Test',
      parameters: 'Parameter',
    },
  },

  dismiss: 'Schließen',
  restarts:
    'Während des Trainings und bei einer früheren Epoche gelten Lernrate, Batchgröße, Optimierer, Regel und Regularisierung von da ' +
    'an. Jede andere Änderung beginnt wieder bei Epoche 0, außer bei Tempo, Epochenlimit und bloßer ' +
    'Darstellung.',

  status: {
    loading: 'Der Rechenkern wird geladen …',
    ready: 'Bereit. Los geht es mit Trainieren.',
    readyBelow: {
      accuracy: 'Bereit zum Trainieren. Zufällige Gewichte sind oft schlechter als Raten.',
      r2: 'Bereit zum Trainieren. Zufällige Gewichte sind oft schlechter als der Mittelwert.',
    },
    training: 'Das Netz trainiert.',
    paused: (epoch, score) => `Pause bei Epoche ${epoch}, ${score}.`,
    finished: (epoch, score) =>
      `Fertig bei Epoche ${epoch}, ${score}. Mit höherem Epochenlimit geht es weiter.`,
  },

  pictures: {
    features: ['Merkmal 1 (x₁)', 'Merkmal 2 (x₂)'],
    probability: (label) => `Wahrscheinlichkeit von Klasse ${label}`,
    winner: 'Wahrscheinlichkeit des Siegers',
    value: 'Wert',
    prediction: 'Vorhersage',
    train: 'Training',
    test: 'Test',
    epoch: 'Epoche',

    probe: {
      point: {
        train: (label) => `Trainingspunkt der Klasse ${label}`,
        test: (label) => `Testpunkt der Klasse ${label}`,
      },
      pointOfValue: {
        train: (value) => `Trainingspunkt mit Wert ${value}`,
        test: (value) => `Testpunkt mit Wert ${value}`,
      },
      place: (x1, x2) => `x₁ ${x1}; x₂ ${x2}`,
      value: (name, value) => `${name}: ${value}`,
      correct: 'Richtig eingeordnet',
      wrong: (label) => `Für Klasse ${label} gehalten`,
      error: 'Fehler',
    },
  },

  messages: {
    complaint: ({ name, value, problem, allowed }) =>
      `${name}: ${value} ${problem}; erlaubt: ${allowed}`,
    unknownSetting: (name, known, near) =>
      `${name}: ist keine Einstellung; erlaubt: ${known}${near && `. Gemeint ist vielleicht ${near}.`}`,
    diverged: (name, epoch) =>
      `${name}: die Gewichte bei Epoche ${epoch} sind keine endlichen Zahlen; erlaubt: ` +
      'Trainings, die nicht divergiert sind',
    manyRuns: (count, most) =>
      `keep: ${count} Läufe; erlaubt: höchstens ${most}. Erst welche entfernen`,
    manyFiles: (count) => `record: ${count} Dateien auf einmal; erlaubt: einzelne Dateien`,
    object: 'ein Objekt',

    problem: {
      notNumber: 'ist keine Zahl',
      notWhole: 'ist keine ganze Zahl',
      notFinite: 'ist keine endliche Zahl',
      tooSmall: 'ist zu klein',
      tooLarge: 'ist zu groß',
      outOfRange: 'liegt außerhalb des Bereichs',
      notList: 'ist keine Liste',
      notObject: 'ist kein Objekt',
      notText: 'ist kein Text',
      notName: 'ist kein Name',
      notJson: 'ist kein JSON',
      notBoolean: 'ist keines von beiden',
      unknown: 'ist nicht bekannt',
      missing: 'fehlt',
      several: (count) => `ist ${count} Werte auf einmal`,
      layerCount: (count) => `hat ${count} Schichten`,
      inLayer: (layer, problem) => `(Schicht ${layer}) ${problem}`,
      tooLong: (length) => `ist ${length} Zeichen lang`,
      notNameCharacters: 'hat Zeichen, die in Namen nicht vorkommen',
      noName: 'ist keine',
      manyNames: (count) => `sind ${count} Namen`,
      notChange: 'ist keine Änderung bei einer Epoche',
      notScheduled: 'ändert, was sich nicht ändern lässt',
      setsNoNumber: 'setzt einen Parameter auf etwas anderes als eine Zahl',
      manyChanges: (count) => `sind ${count} Änderungen`,
      inChange: (name, problem, allowed) => `(${name}: ${allowed}) ${problem}`,
      notInNetwork: 'ändert, was das Netz nicht hat',
      droppedChanges: 'entfällt, denn das Netz hat es nicht mehr',
      notNeuron: 'ist kein Neuron',
      noSuchNeuron: 'ist ein Neuron, das das Netz nicht hat',
      goneNeuron: 'wird losgelassen, denn das Netz hat dieses Neuron nicht mehr',
      activationCount: (names, layers) =>
        `${names === 1 ? 'ist 1 Name' : `sind ${names} Namen`} für ` +
        some(layers, 'verdeckte Schicht', 'verdeckte Schichten'),
      noTraining: (count) => `von ${some(count, 'Punkt', 'Punkten')} lässt keinen zum Trainieren`,
      noTrainingLeft: (testSize, name) =>
        `lässt bei einem ${name} von ${testSize} nichts zum Trainieren`,

      fewTest: (count) => `lässt von ${count} Punkten weniger als zwei zum Testen`,
      fewTestLeft: (testSize, name) =>
        `lässt bei einem ${name} von ${testSize} weniger als zwei zum Testen`,
      otherProblem: 'passt nicht zum Übrigen',
      notOfDataset: (dataset, name) => `gibt es beim ${name} ${dataset} nicht`,
      oneOutput: 'ist nur für einen Ausgang',

      noData: (name) => `kommt ohne „${name}“`,
      dataNeeded: (name) => `lässt den ${name} own ohne Punkte`,
      tooManyPoints: (count) => `hat ${count} Punkte, das sind zu viele`,
      tooFewPoints: (count) => `hat nur ${some(count, 'Punkt', 'Punkte')}`,
      oneClass: (label) => `hat nur Punkte der Klasse ${label}`,
      tooLongToRead: (length, limit) =>
        `ist ${length} Zeichen lang, mehr als ${limit}, und wurde nicht gelesen`,
      tooLargeFile: (megabytes, limit) =>
        `ist ${megabytes} MB groß, mehr als ${limit} MB, und wurde nicht gelesen`,
      unreadable: 'ließ sich nicht lesen',
      noTextFile: 'ist kein Text (Tabellen als CSV speichern)',
      cellCount: (count, width) => `hat ${some(count, 'Wert', 'Werte')} statt ${inWords(width)}`,
      unclearColumns: (columns) =>
        `lässt offen, welche seiner Spalten (${columns}) x1, x2 und label sind`,
      coordinateNotNumber: (name) => `hat ein ${name}, das keine Zahl ist`,
      coordinateTooLarge: (name) => `hat ein ${name}, das zu groß ist`,
      valueNotNumber: 'hat einen Wert, der keine Zahl ist',
      valueTooLarge: 'hat einen Wert, der zu groß ist',
      noLabel: 'hat keine Klasse',
      notLabel: 'hat eine Klasse, die für einen Namen zu lang ist oder ein Komma enthält',
      manyClasses: (label, count, most) =>
        `hat die Klasse ${label}; das sind ${whole(count)} Klassen, und gezeigt werden können ${inWords(most)}`,
      lines: (lines, more) =>
        [
          ...lines.map(({ line, value, problem }, i) =>
            i === 0 ? `(Zeile ${line}) ${problem}` : `${value} (Zeile ${line}) ${problem}`,
          ),
          ...(more > 0 ? [`und ${more} weitere`] : []),
        ].join(', '),

      manyConditions: (count) => `ist ${count} Vergleiche auf einmal`,
      noComparison: 'vergleicht nichts',
      notMeasured: 'vergleicht, was nicht gemessen wird',
      comparesNoNumber: 'vergleicht mit etwas, das keine Zahl ist',

      wrongLength: 'ist die falsche Länge',
      notInputs: 'ist nicht die Zahl der Eingaben',
      notOutputs: 'ist nicht die Zahl der Ausgaben',
      notExact: 'ist nicht genau',
      outOfOrder: 'ist außer der Reihe',
      notHistory: 'ist nicht, was der Verlauf sagt',
      notLearned: 'ist nicht, was hier gelernt wird',
      notFeatures: 'ist nicht, was das Netz hier bekommt',
      notScale: 'ist nicht, wie Punkte hier skaliert werden',
      otherNetwork: 'ist ein anderes Netz als das des Protokolls',
      notTrained:
        'ist nicht, was das Training ergibt (das Protokoll wurde verändert oder stammt von einer anderen Version)',
    },

    allowed: {
      range: (min, max) => `${min} bis ${max}`,
      above: (min, max) => `Zahlen über ${min}, bis ${max}`,
      sizes: ({ count, min, max }) =>
        `0 bis ${count} Schichten von ${min} bis ${max} Neuronen, etwa 8,8`,
      activations: (names) => `${names}; eine für alle oder eine je verdeckter Schicht`,
      names: (names) => `beliebige von ${names}`,
      someNames: (names) => `eine oder mehrere von ${names}`,
      labels: (count, length) =>
        `bis zu ${count} Namen von bis zu ${length} Zeichen, durch Kommas getrennt`,
      orNothing: (range) => `${range}, oder nichts`,
      schedule: (settings, count) =>
        `Änderungen epoche:einstellung=wert, etwa 200:learning-rate=0.01, von ${settings}, ` +
        `wSCHICHT.NEURON.EINGABE und bSCHICHT.NEURON; bis zu ${count}, durch Leerzeichen getrennt`,
      neuron:
        'SCHICHT.NEURON, etwa 1.3, von 1 an gezählt, Schicht 0 sind die Eingaben; oder nichts, für ' +
        'die Antwort des Netzes',
      boolean: 'true und false',
      points: ({ min, max, size, classes }) =>
        `${min} bis ${max} Zeilen x1,x2,label, Koordinaten bis ±${size}, ` +
        `${classes === 2 ? 'zwei' : `zwei bis ${inWords(classes)}`} Klassen`,
      ownDataset: (datasets, points, name) => `${datasets}; own mit „${name}“ aus ${points}`,
      pointCount: (min, max) => `${min} bis ${max} Punkte`,
      goal: ({ metrics, signs, count }) =>
        `Vergleiche von ${metrics} mit ${signs}, etwa test-accuracy>=0.95; bis zu ${count}, ` +
        'durch Kommas getrennt',
      name: (length) => `bis zu ${length} Buchstaben, Ziffern, Leerzeichen und . _ -`,
      label: (length) => `Texte aus höchstens ${length} Zeichen`,
      settings: 'Objekte wie { samples: 300 }',
      objects: (fields) => `Objekte aus ${fields}`,
      lists: {
        numbers: 'Listen von Zahlen',
        names: 'Listen von Namen',
        layers: 'Listen von Schichten',
        rows: 'Listen von Zeilen',
        runs: 'Listen von Läufen',
      },
      numbers: 'endliche Zahlen',
      numbersFrom: (min) => `endliche Zahlen ab ${min}`,
      numbersBetween: (min, max) => `endliche Zahlen von ${min} bis ${max}`,
      wholes: 'ganze Zahlen',
      wholesFrom: (min) => `ganze Zahlen ab ${min}`,
      wholesBetween: (min, max) => `ganze Zahlen von ${min} bis ${max}`,
      megabytes: (most) => `bis ${most} MB`,
      records: 'Dateien, die ein Labor als Protokoll gespeichert hat',
    },

    divergence: {
      what: (epoch) =>
        `Das Training endete bei Epoche ${whole(epoch)}: Die Zahlen wuchsen, bis der Verlust oder ` +
        'ein Gewicht nicht mehr endlich war.',
      advice: (advice) => `Es hilft ${advice.join(', oder ')}.`,
      learningRate: (rate) => `eine kleinere Lernrate, etwa ${rate}`,
      optimizer: 'der Optimierer Adam',
      rule: 'die Lernregel Backpropagation',
      activation: 'die Aktivierung Tanh',
    },

    failure: {
      noWebAssembly: () =>
        'Dieser Browser hat kein WebAssembly, das der Rechenkern braucht. Einen anderen nehmen oder es ' +
        'in den Einstellungen erlauben.',
      oldWebAssembly: () =>
        'Dem WebAssembly dieses Browsers fehlen SIMD oder Ausnahmen, die der Rechenkern braucht. Einen ' +
        'neueren nehmen.',
      forbidden: () =>
        'Die Richtlinie dieser Seite lässt kein WebAssembly zu. Ihr script-src braucht ' +
        "'wasm-unsafe-eval'.",
      unreachable: ({ url }) =>
        `Der Rechenkern war bei ${url} nicht zu erreichen. Die Verbindung prüfen, und ob der Server es ` +
        'erlaubt (CORS), dann Trainieren drücken.',
      notLoaded: ({ url, answer }) =>
        `Der Rechenkern ließ sich nicht laden: ${url} antwortete mit ${answer}. Sobald die Datei da ` +
        'ist, Trainieren drücken.',
      damaged: ({ url }) =>
        `Der Rechenkern kam beschädigt oder unvollständig von ${url}. Trainieren drücken, um ihn noch ` +
        'einmal zu holen.',
      partNotLoaded: () =>
        'Ein Teil des Labors ließ sich nicht laden: Die Verbindung ist weg, oder die Seite hat eine ' +
        'neue Fassung. Noch einmal versuchen oder die Seite neu laden.',
      workerStopped: ({ why }) =>
        `Der Worker wurde beendet${why && `: ${why}`}. Mit Trainieren beginnt es von vorn.`,
      manyChanges: ({ most }) =>
        `Ein Lauf kann ${whole(most)} Änderungen haben. Entfernen Sie welche, oder beginnen Sie neu.`,
      tooLargeToCheck: ({ count, most }) =>
        `Netz: ${whole(count)} Parameter; erlaubt: bis zu ${whole(most)} für eine Gradientenprobe`,
    },
  },
};
