#include "moonlab/snapshot.hpp"

#include "moonlab/require.hpp"
#include "trainer_state.hpp"

namespace moonlab {
namespace {

// The network, that before the last update, and the optimiser's two moments.
constexpr std::size_t kCopiesOfParameters = 4;

// What a matrix takes besides its numbers: its own members, and the allocator's.
constexpr std::size_t kBytesPerMatrix = sizeof(Matrix) + 32;

}  // namespace

std::size_t Snapshot::epoch() const { return state().metrics.epoch; }

std::size_t Snapshot::size() const {
  const TrainerState& kept = state();
  std::size_t bytes = 0;
  for (const Layer& layer : kept.network.layers()) {
    bytes += (layer.weights.size() + layer.biases.size()) * sizeof(double) + 2 * kBytesPerMatrix;
  }
  return sizeof(TrainerState) + kCopiesOfParameters * bytes +
         kept.order.size() * sizeof(kept.order.front());
}

const TrainerState& Snapshot::state() const {
  require(state_ != nullptr, "snapshot", "no state", "one that was not moved from");
  return *state_;
}

}  // namespace moonlab
