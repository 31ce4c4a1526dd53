import 'moonlab/react';

export const lab = (
  <moon-lab
    data-set="moons"
    learning-rate={0.1}
    layers="4,4"
    autoplay
    lang="de"
    className="wide"
    ref={(element) => void element?.train()}
    onready={(event) => event.type.trim()}
    ongoal={({ detail }) => detail.metrics.epoch.toFixed()}
  />
);

// @ts-expect-error no such data set
export const unknown = <moon-lab data-set="stars" />;
// @ts-expect-error a number is asked for
export const wrong = <moon-lab learning-rate={[0.1]} />;
