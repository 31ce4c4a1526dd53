import { measureTrials } from './trials.js';
console.log(JSON.stringify(await measureTrials(), (k,v)=>typeof v==='number'?Math.round(v*100)/100:v));
