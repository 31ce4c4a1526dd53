#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "moonlab/datasets.hpp"
#include "moonlab/gradient_shares.hpp"
#include "moonlab/network.hpp"
#include "moonlab/random_state.hpp"
#include "moonlab/trainer_options.hpp"

namespace moonlab {

/// Where training stands. Losses are the data's, without the penalty. What there is not is NaN: one
/// of accuracy and R², as the options' score says, and everything of a test set without samples.
struct Metrics {
  std::size_t epoch = 0;
  double train_loss = 0;
  double test_loss = 0;
  double train_accuracy = 0;
  double test_accuracy = 0;
  double train_r2 = 0;
  double test_r2 = 0;
};

/// What one parameter's last update came from. The update went against the sum of all this.
struct UpdateShares {
  /// For each training sample its share of the gradient; 0 for those that were not in the batch.
  std::vector<double> samples;
  /// What the penalty added to it.
  double penalty;
  /// How many updates there have been. As long as there was none, the shares are those of all
  /// samples in the gradient at the present parameters.
  std::size_t updates;
};

/// Trains one network on one data set. Owns every buffer: a step allocates nothing. A copy goes on
/// by itself, with the same digits.
///
/// metrics() are always of the current weights. With full batches the gradient for the next update
/// is found in the same pass as the training loss; the test set, and with mini batches the training
/// set too, cost a forward pass an epoch.
///
/// Every member throws std::invalid_argument once the trainer was moved from.
class Trainer {
 public:
  /// @param network trained from its current parameters
  /// @param train X (n_inputs, n), y (n_outputs, n), one sample or more
  /// @param test the same, or without samples: {}
  /// @param random_state draws the order of the samples for mini batches
  /// @throws std::invalid_argument for data as require_data refuses them, and for an option out of
  ///   range or that the network has no use for
  Trainer(Network network, Dataset train, Dataset test, const TrainerOptions& options,
          RandomState random_state);

  Trainer(const Trainer& other);
  Trainer(Trainer&& other) noexcept;
  Trainer& operator=(Trainer other) noexcept;
  ~Trainer();

  /// Trains for so many epochs, or until it diverges. Chunking does not change a digit.
  /// @param history when given, receives the metrics after each epoch
  void step(std::size_t epochs = 1, std::vector<Metrics>* history = nullptr);

  /// Goes on under other options, which hold from the next update on. The stream and the order of
  /// the samples go on, too, and so does the optimiser, if only its numbers are others.
  /// @param options rule, optimiser, batch size and penalty may differ from options()
  /// @param restart_optimizer whether the optimiser begins anew, as another one always does
  /// @throws std::invalid_argument for an option out of range, or another loss, summation or score;
  ///   everything stays as it was
  void change(const TrainerOptions& options, bool restart_optimizer = false);

  /// Gives the network other parameters. metrics() are those of these then; the optimiser keeps
  /// what it has found out about the others.
  /// @param values as Network::parameters() gives them
  /// @throws std::invalid_argument for another number of values
  void set_parameters(const std::vector<double>& values);

  /// The present moment, for restore(): all that it takes to go on from here but the data, in as
  /// many numbers at every epoch. What they say is the build's own business.
  [[nodiscard]] std::vector<double> snapshot() const;

  /// Goes back, or ahead, to a moment of this training: everything is as it was then, and goes on
  /// with the same digits.
  /// @param snapshot as snapshot() gave it, of this trainer or another with such a network, as many
  ///   training samples and the same loss, summation and score
  /// @throws std::invalid_argument for anything else; everything stays as it was
  void restore(const std::vector<double>& snapshot);

  /// Each sample's share of the last update: that of the last mini batch, or of all samples. It was
  /// made under the options and at the parameters of then, whatever has changed since.
  /// @throws std::invalid_argument for a parameter that the network does not have
  [[nodiscard]] UpdateShares shares(const ParameterPlace& place) const;

  [[nodiscard]] const TrainerOptions& options() const;

  /// Of the current weights.
  [[nodiscard]] const Metrics& metrics() const;

  /// Whether the training loss or a parameter is no longer finite. Further steps do nothing.
  [[nodiscard]] bool diverged() const;

  [[nodiscard]] const Network& network() const;
  [[nodiscard]] const Dataset& train_data() const;
  [[nodiscard]] const Dataset& test_data() const;

 private:
  class Run;
  Run& run() const;

  std::unique_ptr<Run> run_;  ///< none once it was moved from
};

}  // namespace moonlab
