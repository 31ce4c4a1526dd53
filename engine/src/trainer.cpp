#include "moonlab/trainer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "names.hpp"

namespace moonlab {
namespace {

constexpr std::array<std::pair<std::string_view, Penalty>, 3> kPenalties = {{
    {"none", Penalty::kNone},
    {"l1", Penalty::kL1},
    {"l2", Penalty::kL2},
}};

constexpr std::array<std::pair<std::string_view, Summation>, 2> kSummations = {{
    {"in_order", Summation::kInOrder},
    {"reversed", Summation::kReversed},
}};

void require_fit(const Network& network, const Dataset& data, std::string_view set) {
  const std::string name(set);
  require_shape(data.X, name + " X", network.n_inputs(), data.n_samples());
  require_shape(data.y, name + " y", network.n_outputs(), data.n_samples());
}

double sign(double x) { return static_cast<double>((x > 0) - (x < 0)); }

void add_penalty(const Network& network, Penalty penalty, double rate, Gradient& gradient) {
  if (penalty == Penalty::kNone) return;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const double* weights = network.layers()[i].weights.data();
    double* slopes = gradient[i].weights.data();
    for (std::size_t j = 0; j < gradient[i].weights.size(); ++j) {
      slopes[j] += rate * (penalty == Penalty::kL2 ? weights[j] : sign(weights[j]));
    }
  }
}

}  // namespace

Penalty penalty_from_name(std::string_view name) { return value_of("penalty", kPenalties, name); }

Summation summation_from_name(std::string_view name) {
  return value_of("summation", kSummations, name);
}

Trainer::Trainer(Network network, Dataset train, Dataset test, const TrainerOptions& options,
                 RandomState random_state)
    : network_(std::move(network)),
      train_(std::move(train)),
      test_(std::move(test)),
      options_(options),
      random_state_(random_state),
      optimizer_(options.optimizer, network_),
      workspace_(network_),
      gradient_(zero_gradient(network_)),
      order_(train_.n_samples()) {
  require(train_.n_samples() >= 1, "train X", "no sample", "one or more");
  require_fit(network_, train_, "train");
  require_fit(network_, test_, "test");
  require(std::isfinite(options.penalty_rate) && options.penalty_rate >= 0, "penalty_rate",
          number_text(options.penalty_rate), "a finite number of 0 or more");
  if (options.rule == Rule::kSimplified) require_single_output(network_);
  std::iota(order_.begin(), order_.end(), 0);
  if (full_batch() && options.summation == Summation::kReversed) {
    std::reverse(order_.begin(), order_.end());
  }
  measure();
}

void Trainer::step(std::size_t epochs, std::vector<Metrics>* history) {
  for (std::size_t i = 0; i < epochs && !diverged_; ++i) {
    run_epoch();
    ++metrics_.epoch;
    measure();
    if (history) history->push_back(metrics_);
  }
}

bool Trainer::full_batch() const {
  return options_.batch_size == 0 || options_.batch_size >= train_.n_samples();
}

void Trainer::run_epoch() {
  if (full_batch()) {
    update();
    return;
  }
  random_state_.shuffle(order_);
  for (std::size_t first = 0; first < order_.size(); first += options_.batch_size) {
    const std::size_t n = std::min(options_.batch_size, order_.size() - first);
    pass(network_, train_, order_.data() + first, n, options_.rule, options_.loss, workspace_,
         &gradient_);
    update();
  }
}

void Trainer::update() {
  add_penalty(network_, options_.penalty, options_.penalty_rate, gradient_);
  optimizer_.step(network_, gradient_);
}

void Trainer::measure() {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  Gradient* gradient = full_batch() ? &gradient_ : nullptr;
  // Mini batches leave the order shuffled; their measure is over the data as it lies.
  const std::int32_t* order =
      full_batch() && options_.summation == Summation::kReversed ? order_.data() : nullptr;
  const Evaluation train = pass(network_, train_, order, train_.n_samples(), options_.rule,
                                options_.loss, workspace_, gradient);
  Evaluation test{kNone, kNone};
  if (test_.n_samples() > 0) {
    test = pass(network_, test_, nullptr, test_.n_samples(), options_.rule, options_.loss,
                workspace_, nullptr);
  }
  metrics_ = {metrics_.epoch, train.loss, test.loss, train.accuracy, test.accuracy};
  diverged_ = !std::isfinite(train.loss) || !network_.is_finite();
}

}  // namespace moonlab
