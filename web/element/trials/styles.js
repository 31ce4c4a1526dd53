/** The look of what trains many runs: whatever shows any of it imports this. */

import { addStyles } from '../styles.js';
import trials from '../styles/trials.css?inline';

addStyles({ trials });
