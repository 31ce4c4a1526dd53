#include "moonlab/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "carrier.hpp"
#include "kernels.hpp"
#include "pass.hpp"

namespace moonlab {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// What a penalty adds to a weight's gradient.
double penalty_slope(Penalty penalty, double rate, double weight) {
  if (penalty == Penalty::kNone) return 0;
  if (penalty == Penalty::kL2) return rate * weight;
  return rate * static_cast<double>((weight > 0) - (weight < 0));
}

void add_penalty(const Network& network, Penalty penalty, double rate, Gradient& gradient) {
  if (penalty == Penalty::kNone) return;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const Matrix& weights = network.layers()[i].weights;
    Matrix& slopes = gradient[i].weights;
    for (std::size_t j = 0; j < weights.size(); ++j) {
      slopes.data()[j] += penalty_slope(penalty, rate, weights.data()[j]);
    }
  }
}

// Without memory of its own: its shapes stay.
void copy_parameters(const Network& from, Network& to) {
  for (std::size_t i = 0; i < from.layers().size(); ++i) {
    const Layer& source = from.layers()[i];
    Layer& target = to.layers()[i];
    kernels::copy(source.weights.data(), source.weights.size(), target.weights.data());
    kernels::copy(source.biases.data(), source.biases.size(), target.biases.data());
  }
}

// What the R² of a data set's predictions is measured against.
double variance_of_labels(const Dataset& data) {
  return variance_of(data.y.data(), data.n_samples());
}

}  // namespace

// What an update is made of, beside the network before it.
struct Update {
  TrainerOptions options;
  std::size_t first;  ///< of its batch, in the order of the samples
  std::size_t n_samples;
  std::size_t count;  ///< of updates up to it
};

// All that a run needs and has come to.
class Trainer::Run {
 public:
  Run(Network network, Dataset train, Dataset test, const TrainerOptions& options,
      RandomState random_state)
      : network_(std::move(network)),
        train_(std::move(train)),
        test_(std::move(test)),
        options_(options),
        random_state_(random_state),
        optimizer_(options.optimizer, network_),
        workspace_(Layers(network_)),
        gradient_(zero_gradient(network_)),
        last_network_(network_),
        last_{options, 0, train_.n_samples(), 0},
        order_(train_.n_samples()),
        train_variance_(variance_of_labels(train_)),
        test_variance_(variance_of_labels(test_)) {
    require_options(options, network_);
    std::iota(order_.begin(), order_.end(), 0);
    reversed_ = order_;
    std::reverse(reversed_.begin(), reversed_.end());
    snapshot_size_ = carry(Carrier()).size();
    measure();
  }

  void change(const TrainerOptions& options, bool restart_optimizer) {
    const TrainerOptions& now = options_;
    require(options.loss == now.loss && options.summation == now.summation &&
                options.score == now.score,
            "options", "another loss, summation or score", "those that training began with");
    require_options(options, network_);
    optimizer_.change(options.optimizer, restart_optimizer);
    options_ = options;
    measure();  // The gradient that the next full batch goes along is another rule's, or is none.
  }

  void set_parameters(const std::vector<double>& values) {
    network_.set_parameters(values);
    measure();
  }

  std::vector<double> snapshot() {
    std::vector<double> snapshot(snapshot_size_);
    carry(Carrier(snapshot, false));
    snapshot[0] = seal_of(snapshot, aim());
    return snapshot;
  }

  void restore(std::vector<double> snapshot) {
    require(snapshot.size() == snapshot_size_ && snapshot[0] == seal_of(snapshot, aim()),
            "snapshot", "none of this training", "what snapshot() gives");
    carry(Carrier(snapshot, true));
    measure();  // Finds the gradient that the next full batch goes along.
  }

  void step(std::size_t epochs, std::vector<Metrics>* history) {
    for (std::size_t i = 0; i < epochs && !diverged_; ++i) {
      run_epoch();
      ++metrics_.epoch;
      measure();
      if (history) history->push_back(metrics_);
    }
  }

  UpdateShares shares(const ParameterPlace& place) const {
    const bool is_first = last_.count == 0;
    const Network& network = is_first ? network_ : last_network_;
    const auto& [rule, loss, optimizer, batch_size, summation, penalty, rate, score] =
        is_first ? options_ : last_.options;
    require_parameter(network, place);
    const auto begin = order_.begin() + static_cast<std::ptrdiff_t>(last_.first);
    const Indices batch(begin, begin + static_cast<std::ptrdiff_t>(last_.n_samples));
    const std::vector<double> found =
        gradient_shares(network, take(train_, batch), rule, loss, place);
    UpdateShares shares{std::vector<double>(train_.n_samples()), 0, last_.count};
    for (std::size_t s = 0; s < batch.size(); ++s) {
      shares.samples[static_cast<std::size_t>(batch[s])] = found[s];
    }
    if (place.input) {
      const Matrix& weights = network.layers()[place.layer].weights;
      shares.penalty = penalty_slope(penalty, rate, weights(place.neuron, *place.input));
    }
    return shares;
  }

  const TrainerOptions& options() const { return options_; }
  const Metrics& metrics() const { return metrics_; }
  bool diverged() const { return diverged_; }
  const Network& network() const { return network_; }
  const Dataset& train_data() const { return train_; }
  const Dataset& test_data() const { return test_; }

 private:
  // Of which the snapshots of another training are of no use, though they be as long.
  std::size_t aim() const {
    return static_cast<std::size_t>(options_.loss) +
           8 * static_cast<std::size_t>(options_.summation) +
           16 * static_cast<std::size_t>(options_.score) + 32 * network_.n_outputs();
  }

  // What changes as it trains, but what follows from it.
  Carrier carry(Carrier carrier) {
    carrier.carry(&options_, 1);
    carrier.carry(&last_, 1);
    carrier.carry(&random_state_, 1);
    carrier.carry(&metrics_, 1);
    carrier.carry(order_.data(), order_.size());
    if (carrier.is_out()) optimizer_.change(options_.optimizer);
    OptimizerState& moments = optimizer_.moments();
    carrier.carry(&moments.beta1_power, 1);
    carrier.carry(&moments.beta2_power, 1);
    for (std::size_t i = 0; i < gradient_.size(); ++i) {
      Layer& layer = network_.layers()[i];
      Layer& last = last_network_.layers()[i];
      LayerGradient& mean = moments.mean[i];
      LayerGradient& square = moments.mean_square[i];
      for (Matrix* matrix : {&layer.weights, &layer.biases, &last.weights, &last.biases,
                             &mean.weights, &mean.biases, &square.weights, &square.biases}) {
        carrier.carry(matrix->data(), matrix->size());
      }
    }
    return carrier;
  }

  bool is_full_batch() const {
    return options_.batch_size == 0 || options_.batch_size >= train_.n_samples();
  }

  bool is_reversed() const { return is_full_batch() && options_.summation == Summation::kReversed; }

  void run_epoch() {
    if (is_full_batch()) {
      remember(0, train_.n_samples(), 1);
      return update();
    }
    random_state_.shuffle(order_);
    for (std::size_t first = 0; first < order_.size(); first += options_.batch_size) {
      const std::size_t n = std::min(options_.batch_size, order_.size() - first);
      pass(network_, train_, order_.data() + first, n, options_.rule, options_.loss, workspace_,
           &gradient_);
      const bool is_last = first + n == order_.size();
      if (is_last) remember(first, n, first / options_.batch_size + 1);
      update();
    }
  }

  // What the epoch's last update is about to be made of: others' would be forgotten at the next.
  void remember(std::size_t first, std::size_t n_samples, std::size_t n_updates) {
    copy_parameters(network_, last_network_);
    last_.options = options_;
    last_.first = first;
    last_.n_samples = n_samples;
    last_.count += n_updates;
  }

  void update() {
    add_penalty(network_, options_.penalty, options_.penalty_rate, gradient_);
    optimizer_.step(network_, gradient_);
  }

  void measure() {
    Gradient* gradient = is_full_batch() ? &gradient_ : nullptr;
    // Mini batches leave the order shuffled; their measure is over the data as it lies.
    const std::int32_t* order = is_reversed() ? reversed_.data() : nullptr;
    const Evaluation train = pass(network_, train_, order, train_.n_samples(), options_.rule,
                                  options_.loss, workspace_, gradient);
    Evaluation test{kUnknown, kUnknown};
    if (test_.n_samples() > 0) {
      test = pass(network_, test_, nullptr, test_.n_samples(), options_.rule, options_.loss,
                  workspace_, nullptr);
    }
    metrics_.train_loss = train.loss;
    metrics_.test_loss = test.loss;
    const bool is_r2 = options_.score == Score::kR2;
    metrics_.train_accuracy = is_r2 ? kUnknown : train.accuracy;
    metrics_.test_accuracy = is_r2 ? kUnknown : test.accuracy;
    metrics_.train_r2 = is_r2 ? r2_from(train.loss, train_variance_) : kUnknown;
    metrics_.test_r2 = is_r2 ? r2_from(test.loss, test_variance_) : kUnknown;
    diverged_ = !std::isfinite(train.loss) || !network_.is_finite();
  }

  Network network_;
  Dataset train_;
  Dataset test_;
  TrainerOptions options_;
  RandomState random_state_;
  Optimizer optimizer_;
  Workspace workspace_;
  Gradient gradient_;
  Network last_network_;  ///< as it was before the last update, for shares()
  Update last_;           ///< of the last epoch, for the same
  Indices order_;         ///< of mini batches, as the last epoch has left it
  Indices reversed_;      ///< of a full batch that is added up from its end
  std::size_t snapshot_size_ = 0;
  double train_variance_;
  double test_variance_;
  Metrics metrics_;
  bool diverged_ = false;
};

Trainer::Trainer(Network network, Dataset train, Dataset test, const TrainerOptions& options,
                 RandomState random_state) {
  require_data(network, train, options.loss, "train ");
  if (test.X.size() > 0 || test.y.size() > 0) require_data(network, test, options.loss, "test ");
  run_ = std::make_unique<Run>(std::move(network), std::move(train), std::move(test), options,
                               random_state);
}

Trainer::Trainer(const Trainer& other) : run_(std::make_unique<Run>(other.run())) {}
Trainer::Trainer(Trainer&& other) noexcept = default;
Trainer& Trainer::operator=(Trainer other) noexcept {
  run_.swap(other.run_);
  return *this;
}
Trainer::~Trainer() = default;

void Trainer::step(std::size_t epochs, std::vector<Metrics>* history) {
  run().step(epochs, history);
}
void Trainer::change(const TrainerOptions& options, bool restart_optimizer) {
  run().change(options, restart_optimizer);
}
void Trainer::set_parameters(const std::vector<double>& values) { run().set_parameters(values); }
std::vector<double> Trainer::snapshot() const { return run().snapshot(); }
void Trainer::restore(const std::vector<double>& snapshot) { run().restore(snapshot); }
UpdateShares Trainer::shares(const ParameterPlace& place) const { return run().shares(place); }
const TrainerOptions& Trainer::options() const { return run().options(); }
const Metrics& Trainer::metrics() const { return run().metrics(); }
bool Trainer::diverged() const { return run().diverged(); }
const Network& Trainer::network() const { return run().network(); }
const Dataset& Trainer::train_data() const { return run().train_data(); }
const Dataset& Trainer::test_data() const { return run().test_data(); }

Trainer::Run& Trainer::run() const {
  require(run_ != nullptr, "trainer", "no run", "one that was not moved from");
  return *run_;
}

}  // namespace moonlab
