#include <cstring>

#include "hostile.hpp"
#include "moonlab/activity.hpp"
#include "moonlab/trace.hpp"

// Networks: how they are made, damaged, read, written and asked.

namespace moonlab::fuzz {
namespace {

constexpr std::size_t kMostSamples = 40;

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

// A sample's output does not depend on the samples beside it.
void forward(Input& input, const Network& network) {
  const Matrix X = input.samples(network.n_inputs(), input.below(kMostSamples));
  const Matrix outputs = network.forward(X);
  expect(rows(outputs) == network.n_outputs(), "there is a row an output");
  expect(columns(outputs) == columns(X), "there is a column a sample");
  if (columns(X) == 0) return;
  Matrix last = Matrix::from_shape({rows(X), 1});
  for (std::size_t i = 0; i < rows(X); ++i) last(i, 0) = X(i, columns(X) - 1);
  const Matrix alone = network.forward(last);
  for (std::size_t i = 0; i < rows(outputs); ++i) {
    const double beside = outputs(i, columns(X) - 1);
    expect(same_bits(alone(i, 0), beside) || beside != beside, "a sample has one output");
  }
}

void write(Input& input, Network& network) {
  std::vector<double> values(input.coin() ? network.n_parameters() : input.below(60));
  for (double& value : values) value = 0.25;
  network.set_parameters(values);
  expect(network.parameters() == values, "the parameters are those that were set");
  expect(network.is_finite(), "a network of finite parameters is finite");
}

void ask(Input& input, Network& network) {
  switch (input.below(6)) {
    case 0:
      return write(input, network);
    case 1:
      expect(!network.describe().empty(), "a network is described");
      return;
    case 2:
      expect(network.parameters().size() == network.n_parameters(), "all parameters are there");
      static_cast<void>(network.is_finite());
      return;
    case 3:
      static_cast<void>(trace(network,
                              input.dataset(network.n_inputs(), network.n_outputs(), kMostSamples),
                              input.loss()));
      return;
    case 4:
      static_cast<void>(
          layer_activities(network, input.samples(network.n_inputs(), input.below(kMostSamples))));
      return;
    case 5:
      for (const Layer& layer : network.layers()) {
        static_cast<void>(
            layer.forward(input.samples(layer.n_inputs(), input.below(kMostSamples))));
      }
      return;
    default:
      forward(input, network);
  }
}

}  // namespace
}  // namespace moonlab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t n) {
  using namespace moonlab;
  fuzz::Input input(bytes, n);
  fuzz::attempt([&] {
    Network network = input.network();
    // One thing refused must not spoil the next.
    for (int i = 0; i < 3; ++i) fuzz::attempt([&] { fuzz::ask(input, network); });
  });
  return 0;
}
