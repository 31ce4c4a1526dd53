#pragma once

#include <cstddef>
#include <string_view>

#include "moonlab/gradient.hpp"
#include "moonlab/network.hpp"
#include "moonlab/optimizer.hpp"

namespace moonlab {

/// A penalty on the weights (never the biases), added to the gradient.
enum class Penalty {
  kNone,
  kL1,  ///< rate · Σ|w|
  kL2,  ///< rate / 2 · Σw²
};

/// @param name "none", "l1" or "l2"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Penalty penalty_from_name(std::string_view name);

/// In which order a full batch's samples are added up. In exact arithmetic it makes no difference;
/// in floating point it changes the last bit, which shows whether a run is chaotic.
enum class Summation { kInOrder, kReversed };

/// @param name "in_order" or "reversed"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Summation summation_from_name(std::string_view name);

/// What is told of the predictions besides their loss.
enum class Score {
  kAccuracy,
  kR2,  ///< of one output under mean squared error
};

/// @param name "accuracy" or "r2"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Score score_from_name(std::string_view name);

struct TrainerOptions {
  Rule rule = Rule::kBackprop;
  Loss loss = Loss::kBinaryCrossEntropy;
  OptimizerOptions optimizer;
  std::size_t batch_size = 0;                 ///< 0, or as many as there are samples: all at once
  Summation summation = Summation::kInOrder;  ///< full batches only
  Penalty penalty = Penalty::kNone;
  double penalty_rate = 0.0;  ///< ≥ 0
  Score score = Score::kAccuracy;
};

/// @throws std::invalid_argument for an option out of range, or that the network has no use for;
/// but
///   the optimiser's own are looked at by Optimizer
void require_options(const TrainerOptions& options, const Network& network);

}  // namespace moonlab
