import { trySite } from './other-browser.js';
import { startWebKit } from './webkit.js';

trySite('WebKit', startWebKit);
