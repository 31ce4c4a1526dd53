#pragma once

#include <cstddef>

#include "moonlab/network.hpp"
#include "moonlab/optimizer.hpp"
#include "moonlab/random_state.hpp"
#include "moonlab/trainer.hpp"

namespace moonlab {

// What an update is made of.
struct Update {
  Network network;  ///< as it was before
  TrainerOptions options;
  std::size_t first;  ///< of its batch, in the order of the samples
  std::size_t n_samples;
  std::size_t count;  ///< of updates up to it
};

// What of a trainer changes as it trains. All else are its data, and what follows from these and
// this.
struct TrainerState {
  Network network;
  TrainerOptions options;
  RandomState random_state;
  Optimizer optimizer;
  Update last;    ///< of the last epoch, for Trainer::shares()
  Indices order;  ///< of mini batches, as the last epoch has left it
  Metrics metrics;
  bool diverged;
};

}  // namespace moonlab
