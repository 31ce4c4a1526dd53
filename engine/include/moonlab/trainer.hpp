#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "moonlab/datasets.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/network.hpp"
#include "moonlab/optimizer.hpp"
#include "moonlab/random_state.hpp"

namespace moonlab {

/// A penalty on the weights (never the biases), added to the gradient.
enum class Penalty {
  kNone,
  kL1,  ///< rate · Σ|w|
  kL2,  ///< rate / 2 · Σw²
};

/// @param name "none", "l1" or "l2"
/// @throws std::invalid_argument for any other name
Penalty penalty_from_name(std::string_view name);

/// In which order a full batch's samples are added up. In exact arithmetic it makes no difference;
/// in floating point it changes the last bit, which shows whether a run is chaotic.
enum class Summation { kInOrder, kReversed };

/// @param name "in_order" or "reversed"
/// @throws std::invalid_argument for any other name
Summation summation_from_name(std::string_view name);

struct TrainerOptions {
  Rule rule = Rule::kBackprop;
  Loss loss = Loss::kBinaryCrossEntropy;
  OptimizerOptions optimizer;
  std::size_t batch_size = 0;                 ///< 0, or as many as there are samples: all at once
  Summation summation = Summation::kInOrder;  ///< full batches only
  Penalty penalty = Penalty::kNone;
  double penalty_rate = 0.0;  ///< ≥ 0
};

/// Where training stands. Losses are the data's, without the penalty.
struct Metrics {
  std::size_t epoch = 0;
  double train_loss = 0;
  double test_loss = 0;  ///< NaN without a test set, as is test_accuracy
  double train_accuracy = 0;
  double test_accuracy = 0;
};

/// Trains one network on one data set. Owns every buffer: a step allocates nothing.
///
/// The gradient at the current weights is found in the same pass as their loss, right after each
/// update; so metrics() are always of the current weights, and cost no pass of their own.
class Trainer {
 public:
  /// @param network trained from its current parameters
  /// @param train X (n_inputs, n), y (n_outputs, n), one sample or more
  /// @param test the same, may be empty
  /// @param random_state draws the order of the samples for mini batches
  /// @throws std::invalid_argument when shapes do not fit or an option is out of range
  Trainer(Network network, Dataset train, Dataset test, const TrainerOptions& options,
          RandomState random_state);

  /// Trains for so many epochs, or until it diverges. Chunking does not change a digit.
  /// @param history when given, receives the metrics after each epoch
  void step(std::size_t epochs = 1, std::vector<Metrics>* history = nullptr);

  /// Of the current weights.
  const Metrics& metrics() const { return metrics_; }

  /// Whether the training loss or a parameter is no longer finite. Further steps do nothing.
  bool diverged() const { return diverged_; }

  const Network& network() const { return network_; }
  const Dataset& train_data() const { return train_; }
  const Dataset& test_data() const { return test_; }

 private:
  bool full_batch() const;
  void run_epoch();
  void update();
  void measure();

  Network network_;
  Dataset train_;
  Dataset test_;
  TrainerOptions options_;
  RandomState random_state_;
  Optimizer optimizer_;
  Workspace workspace_;
  Gradient gradient_;
  Indices order_;
  Metrics metrics_;
  bool diverged_ = false;
};

}  // namespace moonlab
