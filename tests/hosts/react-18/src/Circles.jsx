import { useEffect, useRef, useState } from 'react';
import 'moonlab/define';

export function Circles() {
  const lab = useRef(null);
  const [epoch, setEpoch] = useState(0);
  useEffect(() => {
    const { current } = lab;
    const follow = ({ detail }) => setEpoch(detail.epoch);
    current.addEventListener('progress', follow);
    return () => current.removeEventListener('progress', follow);
  }, []);
  return (
    <>
      <h1>Circles</h1>
      <p>Epoch {epoch}</p>
      <moon-lab ref={lab} data-set="circles" learning-rate="0.1" />
    </>
  );
}
