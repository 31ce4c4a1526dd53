import { useState } from 'react';
import 'moonlab/define';

export function Circles() {
  const [epoch, setEpoch] = useState(0);
  return (
    <>
      <h1>Circles</h1>
      <p>Epoch {epoch}</p>
      <moon-lab
        data-set="circles"
        learning-rate="0.1"
        onprogress={({ detail }) => setEpoch(detail.epoch)}
      />
    </>
  );
}
