import { mount } from 'svelte';
import Circles from './Circles.svelte';

mount(Circles, { target: document.getElementById('app') });
