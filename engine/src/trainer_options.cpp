#include "moonlab/trainer_options.hpp"

#include <cmath>

#include "names.hpp"

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

}  // namespace

Score score_from_name(std::string_view name) { return value_of<Score>("score", kScores, name); }

Penalty penalty_from_name(std::string_view name) {
  return value_of<Penalty>("penalty", kPenalties, name);
}

Summation summation_from_name(std::string_view name) {
  return value_of<Summation>("summation", kSummations, name);
}

void require_options(const TrainerOptions& options, const Network& network) {
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
}

}  // namespace moonlab
