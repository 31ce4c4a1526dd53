import { createApp } from 'vue';
import Circles from './Circles.vue';

createApp(Circles).mount('#app');
