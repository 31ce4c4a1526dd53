#include "moonlab/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "kernels.hpp"
#include "names.hpp"
#include "pass.hpp"
#include "trainer_state.hpp"

namespace moonlab {
namespace {

constexpr Named kPenalties[] = {
    {"none", Penalty::kNone},
    {"l1", Penalty::kL1},
    {"l2", Penalty::kL2},
};

constexpr Named kSummations[] = {
    {"in_order", Summation::kInOrder},
    {"reversed", Summation::kReversed},
};

constexpr Named kScores[] = {
    {"accuracy", Score::kAccuracy},
    {"r2", Score::kR2},
};

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

const TrainerOptions& checked(const TrainerOptions& options, const Network& network) {
  require_named("penalty", kPenalties, options.penalty);
  require_named("summation", kSummations, options.summation);
  require_named("score", kScores, options.score);
  require_rule(options.rule, network);
  const bool is_r2 = options.score == Score::kR2;
  require(!is_r2 || options.loss == Loss::kMeanSquaredError, "score", "r2 under cross-entropy",
          "r2 under mean squared error");
  require(!is_r2 || network.n_outputs() == 1, "score", {"r2 of ", network.n_outputs(), " outputs"},
          "r2 of one output");
  require(std::isfinite(options.penalty_rate) && options.penalty_rate >= 0, "penalty_rate",
          options.penalty_rate, "a finite number of 0 or more");
  return options;
}

// What the R² of a data set's predictions is measured against.
double variance_of_labels(const Dataset& data) {
  return variance_of(data.y.data(), data.n_samples());
}

}  // namespace

Score score_from_name(std::string_view name) { return value_of<Score>("score", kScores, name); }

Penalty penalty_from_name(std::string_view name) {
  return value_of<Penalty>("penalty", kPenalties, name);
}

Summation summation_from_name(std::string_view name) {
  return value_of<Summation>("summation", kSummations, name);
}

// All that a run needs and has come to.
class Trainer::Run {
 public:
  Run(const Network& network, Dataset train, Dataset test, const TrainerOptions& options,
      RandomState random_state)
      : train_(std::move(train)),
        test_(std::move(test)),
        state_{network,
               checked(options, network),
               random_state,
               Optimizer(options.optimizer, network),
               {network, options, 0, train_.n_samples(), 0},
               Indices(train_.n_samples()),
               {},
               false},
        workspace_(Layers(state_.network)),
        gradient_(zero_gradient(state_.network)),
        train_variance_(variance_of_labels(train_)),
        test_variance_(variance_of_labels(test_)) {
    std::iota(state_.order.begin(), state_.order.end(), 0);
    reversed_ = state_.order;
    std::reverse(reversed_.begin(), reversed_.end());
    measure();
  }

  void change(const TrainerOptions& options, bool restart_optimizer) {
    require_same_aim(options);
    checked(options, state_.network);
    state_.optimizer.change(options.optimizer, restart_optimizer);
    state_.options = options;
    measure();  // The gradient that the next full batch goes along is another rule's, or is none.
  }

  void set_parameters(const std::vector<double>& values) {
    state_.network.set_parameters(values);
    measure();
  }

  Snapshot snapshot() const { return Snapshot(std::make_shared<const TrainerState>(state_)); }

  void restore(const TrainerState& state) {
    const std::size_t n = state.order.size();
    require(n == train_.n_samples(), "snapshot", {n, " training samples"}, train_.n_samples());
    require(state.network.describe() == state_.network.describe(), "snapshot", "another network's",
            "those of this one");
    require_same_aim(state.options);
    state_ = state;
    measure();  // Finds the gradient that the next full batch goes along.
  }

  void step(std::size_t epochs, std::vector<Metrics>* history) {
    for (std::size_t i = 0; i < epochs && !state_.diverged; ++i) {
      run_epoch();
      ++state_.metrics.epoch;
      measure();
      if (history) history->push_back(state_.metrics);
    }
  }

  UpdateShares shares(const ParameterPlace& place) const {
    const bool is_first = state_.last.count == 0;
    const Network& network = is_first ? state_.network : state_.last.network;
    const auto& [rule, loss, optimizer, batch_size, summation, penalty, rate, score] =
        is_first ? state_.options : state_.last.options;
    require_parameter(network, place);
    const auto begin = state_.order.begin() + static_cast<std::ptrdiff_t>(state_.last.first);
    const Indices batch(begin, begin + static_cast<std::ptrdiff_t>(state_.last.n_samples));
    const std::vector<double> found =
        gradient_shares(network, take(train_, batch), rule, loss, place);
    UpdateShares shares{std::vector<double>(train_.n_samples()), 0, state_.last.count};
    for (std::size_t s = 0; s < batch.size(); ++s) {
      shares.samples[static_cast<std::size_t>(batch[s])] = found[s];
    }
    if (place.input) {
      const Matrix& weights = network.layers()[place.layer].weights;
      shares.penalty = penalty_slope(penalty, rate, weights(place.neuron, *place.input));
    }
    return shares;
  }

  const TrainerOptions& options() const { return state_.options; }
  const Metrics& metrics() const { return state_.metrics; }
  bool diverged() const { return state_.diverged; }
  const Network& network() const { return state_.network; }
  const Dataset& train_data() const { return train_; }
  const Dataset& test_data() const { return test_; }

 private:
  void require_same_aim(const TrainerOptions& options) const {
    const TrainerOptions& now = state_.options;
    require(options.loss == now.loss && options.summation == now.summation &&
                options.score == now.score,
            "options", "another loss, summation or score", "those that training began with");
  }

  bool is_full_batch() const {
    return state_.options.batch_size == 0 || state_.options.batch_size >= train_.n_samples();
  }

  bool is_reversed() const {
    return is_full_batch() && state_.options.summation == Summation::kReversed;
  }

  void run_epoch() {
    if (is_full_batch()) {
      remember(0, train_.n_samples(), 1);
      return update();
    }
    state_.random_state.shuffle(state_.order);
    for (std::size_t first = 0; first < state_.order.size(); first += state_.options.batch_size) {
      const std::size_t n = std::min(state_.options.batch_size, state_.order.size() - first);
      pass(state_.network, train_, state_.order.data() + first, n, state_.options.rule,
           state_.options.loss, workspace_, &gradient_);
      const bool is_last = first + n == state_.order.size();
      if (is_last) remember(first, n, first / state_.options.batch_size + 1);
      update();
    }
  }

  // What the epoch's last update is about to be made of: others' would be forgotten at the next.
  void remember(std::size_t first, std::size_t n_samples, std::size_t n_updates) {
    copy_parameters(state_.network, state_.last.network);
    state_.last.options = state_.options;
    state_.last.first = first;
    state_.last.n_samples = n_samples;
    state_.last.count += n_updates;
  }

  void update() {
    add_penalty(state_.network, state_.options.penalty, state_.options.penalty_rate, gradient_);
    state_.optimizer.step(state_.network, gradient_);
  }

  void measure() {
    Gradient* gradient = is_full_batch() ? &gradient_ : nullptr;
    // Mini batches leave the order shuffled; their measure is over the data as it lies.
    const std::int32_t* order = is_reversed() ? reversed_.data() : nullptr;
    const Evaluation train = pass(state_.network, train_, order, train_.n_samples(),
                                  state_.options.rule, state_.options.loss, workspace_, gradient);
    Evaluation test{kUnknown, kUnknown};
    if (test_.n_samples() > 0) {
      test = pass(state_.network, test_, nullptr, test_.n_samples(), state_.options.rule,
                  state_.options.loss, workspace_, nullptr);
    }
    state_.metrics.train_loss = train.loss;
    state_.metrics.test_loss = test.loss;
    const bool is_r2 = state_.options.score == Score::kR2;
    state_.metrics.train_accuracy = is_r2 ? kUnknown : train.accuracy;
    state_.metrics.test_accuracy = is_r2 ? kUnknown : test.accuracy;
    state_.metrics.train_r2 = is_r2 ? r2_from(train.loss, train_variance_) : kUnknown;
    state_.metrics.test_r2 = is_r2 ? r2_from(test.loss, test_variance_) : kUnknown;
    state_.diverged = !std::isfinite(train.loss) || !state_.network.is_finite();
  }

  Dataset train_;
  Dataset test_;
  TrainerState state_;
  Workspace workspace_;
  Gradient gradient_;
  Indices reversed_;  ///< of a full batch that is added up from its end
  double train_variance_;
  double test_variance_;
};

Trainer::Trainer(Network network, Dataset train, Dataset test, const TrainerOptions& options,
                 RandomState random_state) {
  require_data(network, train, options.loss, "train ");
  if (test.X.size() > 0 || test.y.size() > 0) require_data(network, test, options.loss, "test ");
  run_ = std::make_unique<Run>(network, std::move(train), std::move(test), options, random_state);
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
Snapshot Trainer::snapshot() const { return run().snapshot(); }
void Trainer::restore(const Snapshot& snapshot) { run().restore(snapshot.state()); }
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
