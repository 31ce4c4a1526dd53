/** The look of all that comes after the boundary: whatever shows any of it imports this. */

import { addStyles } from './styles.js';
import best from './styles/best.css?inline';
import changes from './styles/changes.css?inline';
import confusion from './styles/confusion.css?inline';
import diverged from './styles/diverged.css?inline';
import controls from './styles/controls.css?inline';
import insideParts from './styles/inside-parts.css?inline';
import inside from './styles/inside.css?inline';
import kept from './styles/kept.css?inline';
import network from './styles/network.css?inline';
import numbers from './styles/numbers.css?inline';
import presentation from './styles/presentation.css?inline';
import shortcuts from './styles/shortcuts.css?inline';
import ownPoints from './styles/own-points.css?inline';
import saving from './styles/saving.css?inline';
import timeline from './styles/timeline.css?inline';
import thumbnails from './styles/thumbnails.css?inline';

addStyles({
  fields: controls + thumbnails + ownPoints,
  parts: [
    changes,
    diverged,
    network,
    best,
    timeline,
    numbers,
    confusion,
    inside,
    insideParts,
    saving,
    kept,
    shortcuts,
    presentation,
  ].join('\n'),
});
