#pragma once

#include <cstddef>
#include <memory>
#include <utility>

namespace moonlab {

struct TrainerState;

/// A moment of a training: all that it takes to go on from there, but the data. That is parameters,
/// options in force, the optimiser's moments, the stream of random numbers, the order of the
/// samples, and what the last update was made of.
///
/// Trainer::snapshot() makes one. It never changes; copies share its memory.
class Snapshot {
 public:
  /// @param state kept as long as a copy lives
  explicit Snapshot(std::shared_ptr<const TrainerState> state) : state_(std::move(state)) {}

  /// Epochs trained until then.
  [[nodiscard]] std::size_t epoch() const;

  /// The memory that it takes, in bytes.
  [[nodiscard]] std::size_t size() const;

  [[nodiscard]] const TrainerState& state() const;

 private:
  std::shared_ptr<const TrainerState> state_;  ///< none once it was moved from
};

}  // namespace moonlab
