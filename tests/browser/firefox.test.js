import { startFirefox } from './firefox.js';
import { trySite } from './other-browser.js';

trySite('Firefox', startFirefox);
