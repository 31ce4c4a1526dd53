import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Circles } from './Circles.jsx';

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Circles />
  </StrictMode>,
);
