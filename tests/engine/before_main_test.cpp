#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

// What the engine says, asked when other static objects are still being made, and asked now.
struct Answers {
  double activations[4] = {activate(Activation::kLinear, 1.0), activate(Activation::kRelu, 1.0),
                           activate(Activation::kSigmoid, 1.0), activate(Activation::kTanh, 1.0)};
  double loss = notebook_loss();

  static double notebook_loss() {
    const Network network = notebook_network(Activation::kTanh, Init::kXavier);
    return evaluate(network, notebook_data().train, Loss::kBinaryCrossEntropy).loss;
  }
};

const Answers kBeforeMain;

}  // namespace

TEST_CASE("the engine answers before main as it does after") {
  const Answers now;
  for (std::size_t i = 0; i < 4; ++i) CHECK(kBeforeMain.activations[i] == now.activations[i]);
  CHECK(kBeforeMain.loss == now.loss);
  CHECK(now.activations[3] == doctest::Approx(0.7615941559557649).epsilon(1e-15));
}
