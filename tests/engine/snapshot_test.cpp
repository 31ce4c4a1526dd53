
#include <cmath>
#include <vector>

#include "moonlab/trainer.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

constexpr std::uint32_t kSeed = 11;
constexpr std::size_t kSamples = 30;
constexpr std::size_t kBefore = 5;
constexpr std::size_t kAfter = 7;

Trainer trainer_of(const Ending& ending, const TrainerOptions& options,
                   std::size_t n_samples = kSamples) {
  return Trainer(
      random_network({2, 5, ending.n_outputs}, {Activation::kTanh, ending.activation}, kSeed),
      random_dataset(2, ending, n_samples, kSeed), random_dataset(2, ending, 9, kSeed + 1), options,
      RandomState(kSeed));
}

TrainerOptions options_of(const Ending& ending) {
  TrainerOptions options;
  options.loss = ending.loss;
  options.optimizer.learning_rate = 0.03;
  options.penalty_rate = 0.01;
  return options;
}

void check_same(const Trainer& found, const Trainer& expected) {
  CHECK(found.metrics().epoch == expected.metrics().epoch);
  CHECK(found.metrics().train_loss == expected.metrics().train_loss);
  CHECK(found.metrics().test_loss == expected.metrics().test_loss);
  CHECK(found.network().parameters() == expected.network().parameters());
  const ParameterPlace place{1, 0, 2};
  const UpdateShares shares = found.shares(place);
  CHECK(shares.samples == expected.shares(place).samples);
  CHECK(shares.penalty == expected.shares(place).penalty);
  CHECK(shares.updates == expected.shares(place).updates);
}

// Goes back to a moment, and on, beside a trainer that is never taken back.
void check_travel(const Ending& ending, const TrainerOptions& options) {
  Trainer expected = trainer_of(ending, options);
  Trainer trainer = trainer_of(ending, options);
  const std::vector<double> start = trainer.snapshot();
  expected.step(kBefore);
  trainer.step(kBefore);
  const std::vector<double> moment = trainer.snapshot();
  trainer.step(kAfter);
  const std::vector<double> later = trainer.snapshot();
  trainer.restore(moment);
  check_same(trainer, expected);
  trainer.step(kAfter);
  expected.step(kAfter);
  check_same(trainer, expected);
  trainer.restore(start);
  CHECK(trainer.metrics().epoch == 0);
  trainer.step(kBefore + kAfter);
  check_same(trainer, expected);
  trainer.restore(moment);
  trainer.restore(later);
  check_same(trainer, expected);
  trainer.step(1);
  expected.step(1);
  check_same(trainer, expected);
}

}  // namespace

TEST_CASE("from a snapshot training goes on with the same bits, whatever it is trained with") {
  for (const Method method : {Method::kSgd, Method::kMomentum, Method::kRmsprop, Method::kAdam}) {
    for (const std::size_t batch_size : {std::size_t{0}, std::size_t{7}}) {
      for (const Rule rule : {Rule::kBackprop, Rule::kSimplified}) {
        for (const Penalty penalty : {Penalty::kNone, Penalty::kL1, Penalty::kL2}) {
          CAPTURE(static_cast<int>(method));
          CAPTURE(batch_size);
          CAPTURE(static_cast<int>(rule));
          CAPTURE(static_cast<int>(penalty));
          TrainerOptions options = options_of(kEndings[0]);
          options.optimizer.method = method;
          options.batch_size = batch_size;
          options.rule = rule;
          options.penalty = penalty;
          check_travel(kEndings[0], options);
        }
      }
    }
  }
}

TEST_CASE("from a snapshot every kind of network goes on with the same bits") {
  for (const Ending& ending : kEndings) {
    CAPTURE(text_of(ending));
    for (const Summation summation : {Summation::kInOrder, Summation::kReversed}) {
      TrainerOptions options = options_of(ending);
      options.optimizer.method = Method::kAdam;
      options.summation = summation;
      check_travel(ending, options);
    }
  }
}

TEST_CASE("a snapshot brings back the options in force, the optimiser's state and the divergence") {
  TrainerOptions options = options_of(kEndings[0]);
  Trainer trainer = trainer_of(kEndings[0], options);
  trainer.step(3);
  const std::vector<double> before = trainer.snapshot();
  TrainerOptions others = options;
  others.optimizer.method = Method::kAdam;
  others.batch_size = 4;
  trainer.change(others);
  trainer.step(3);
  Trainer expected = trainer;
  const std::vector<double> changed = trainer.snapshot();
  trainer.restore(before);
  CHECK(trainer.options().optimizer.method == Method::kSgd);
  CHECK(trainer.options().batch_size == 0);
  trainer.restore(changed);
  CHECK(trainer.options().batch_size == 4);
  trainer.step(4);
  expected.step(4);
  check_same(trainer, expected);
  trainer.set_parameters(std::vector<double>(trainer.network().n_parameters(), HUGE_VAL));
  REQUIRE(trainer.diverged());
  trainer.restore(before);
  CHECK_FALSE(trainer.diverged());
  trainer.step();
  CHECK(trainer.metrics().epoch == 4);
}

TEST_CASE("a snapshot is as long at every epoch, and holds none of the data") {
  const TrainerOptions options = options_of(kEndings[0]);
  Trainer trainer = trainer_of(kEndings[0], options);
  const std::size_t size = trainer.snapshot().size();
  trainer.step(3);
  CHECK(trainer.snapshot().size() == size);
  CHECK(size > 4 * trainer.network().n_parameters());
  // But for an index a sample: as much as half a number.
  const Trainer wider = trainer_of(kEndings[0], options, 3 * kSamples);
  CHECK(wider.snapshot().size() == size + kSamples);
}

TEST_CASE("what is no snapshot of the training is refused, and everything stays as it was") {
  const TrainerOptions options = options_of(kEndings[0]);
  Trainer trainer = trainer_of(kEndings[0], options);
  trainer.step(2);
  const Trainer expected = trainer;
  const auto check_refused = [&](const std::vector<double>& snapshot) {
    CHECK(message_of([&] { trainer.restore(snapshot); }) ==
          "snapshot: none of this training; allowed: what snapshot() gives");
    check_same(trainer, expected);
  };
  check_refused({});
  check_refused(trainer_of(kEndings[0], options, kSamples + 2).snapshot());
  check_refused(trainer_of(kEndings[1], options_of(kEndings[1])).snapshot());
  check_refused(trainer_of(kEndings[2], options_of(kEndings[2])).snapshot());
  const std::vector<double> snapshot = trainer.snapshot();
  for (std::size_t i = 0; i < snapshot.size(); ++i) {
    std::vector<double> spoilt = snapshot;
    spoilt[i] = spoilt[i] == 0 ? 1 : 0;
    if (i == snapshot.size() - 1) spoilt[i] = 0.5;
    check_refused(spoilt);
  }
}
