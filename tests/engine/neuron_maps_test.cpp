#include "moonlab/neuron_maps.hpp"

#include <algorithm>
#include <cmath>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

const Bounds kBounds{-1, 2, -3, 5};

const FeatureMap kEveryFeature{
    {{1, -2}, {3, 0.5}},
    {Feature::kX1, Feature::kX2, Feature::kX1Squared, Feature::kX2Squared, Feature::kProduct,
     Feature::kSineX1, Feature::kSineX2}};

// np.meshgrid of two np.linspace over kBounds, flattened.
Matrix mesh(std::size_t side) {
  const auto last = static_cast<double>(side - 1);
  Matrix points = zeros(2, side * side);
  for (std::size_t i = 0; i < side * side; ++i) {
    const std::size_t column = i % side;
    const std::size_t row = i / side;
    points(0, i) = column == side - 1 ? 2 : double(column) * (3 / last) - 1;
    points(1, i) = row == side - 1 ? 5 : double(row) * (8 / last) - 3;
  }
  return points;
}

// What every neuron gives, layer by layer, the inputs first: each layer by itself.
std::vector<Matrix> outputs_of(const Network& network, const Matrix& inputs) {
  std::vector<Matrix> outputs{inputs};
  for (const Layer& layer : network.layers()) outputs.push_back(layer.forward(outputs.back()));
  return outputs;
}

bool is_row(const Matrix& values, std::size_t row, const double* map) {
  for (std::size_t i = 0; i < columns(values); ++i) {
    if (map[i] != values(row, i)) return false;
  }
  return true;
}

std::vector<Network> networks() {
  std::vector<Network> all;
  for (const Activation activation : kHiddenActivations) {
    all.push_back(random_network({7, 5, 3, 1}, {activation, activation, Activation::kSigmoid}, 2));
    all.push_back(random_network({7, 4, 3}, {activation, Activation::kSoftmax}, 3));
    all.push_back(random_network({7, 9, 1}, {activation, Activation::kLinear}, 4));
  }
  all.push_back(random_network({7, 1}, {Activation::kSigmoid}, 5));
  return all;
}

}  // namespace

TEST_CASE("a neuron's map is what its layer gives at every point, to the last bit") {
  for (const std::size_t side : {2u, 3u, 17u, 40u}) {
    const Matrix inputs = inputs_of(mesh(side), kEveryFeature);
    for (const Network& network : networks()) {
      const std::vector<Matrix> outputs = outputs_of(network, inputs);
      for (std::size_t layer = 0; layer < outputs.size(); ++layer) {
        for (std::size_t neuron = 0; neuron < rows(outputs[layer]); ++neuron) {
          const Matrix map = neuron_maps(network, {{layer, neuron}}, kBounds, side, kEveryFeature);
          REQUIRE(rows(map) == side);
          REQUIRE(columns(map) == side);
          CHECK(is_row(outputs[layer], neuron, map.data()));
        }
      }
    }
  }
}

TEST_CASE("rows longer than a block of samples are whole") {
  constexpr std::size_t kSide = 519;
  const Network network = random_network({2, 3, 1}, {Activation::kTanh, Activation::kSigmoid}, 1);
  const std::vector<Matrix> outputs = outputs_of(network, mesh(kSide));
  const Matrix map = neuron_maps(network, {{1, 2}}, kBounds, kSide);
  CHECK(is_row(outputs[1], 2, map.data()));
}

TEST_CASE("several maps come one below the other, in the order asked for") {
  constexpr std::size_t kSide = 11;
  const Network network = random_network({2, 3, 2}, {Activation::kElu, Activation::kSoftmax}, 1);
  const std::vector<Matrix> outputs = outputs_of(network, mesh(kSide));
  const Matrix maps = neuron_maps(network, {{2, 1}, {0, 1}, {1, 0}, {2, 1}}, kBounds, kSide);
  REQUIRE(shape_text(maps) == "(44, 11)");
  CHECK(is_row(outputs[2], 1, &maps(0, 0)));
  CHECK(is_row(outputs[0], 1, &maps(11, 0)));
  CHECK(is_row(outputs[1], 0, &maps(22, 0)));
  CHECK(is_row(outputs[2], 1, &maps(33, 0)));
}

TEST_CASE("all maps are those of every input and neuron, rounded") {
  const Network network = random_network({2, 5, 3}, {Activation::kRelu, Activation::kSoftmax}, 2);
  std::vector<NeuronPlace> places;
  for (const auto& [layer, n] : {std::pair{0, 2}, {1, 5}, {2, 3}}) {
    for (int i = 0; i < n; ++i) places.push_back({std::size_t(layer), std::size_t(i)});
  }
  for (const std::size_t side : {2u, 17u, 40u, 519u}) {
    const Matrix maps = neuron_maps(network, places, kBounds, side);
    const SingleMatrix all = all_neuron_maps(network, kBounds, side);
    REQUIRE(all.shape() == maps.shape());
    CHECK(std::equal(maps.begin(), maps.end(), all.begin(),
                     [](double map, float one) { return static_cast<float>(map) == one; }));
  }
}

TEST_CASE("the outputs' maps are the decision grid") {
  const Network network = random_network({2, 5, 3}, {Activation::kRelu, Activation::kSoftmax}, 2);
  CHECK(neuron_maps(network, {{2, 0}, {2, 1}, {2, 2}}, kBounds, 23) ==
        decision_grid(network, kBounds, 23));
}

TEST_CASE("what is no neuron, and what no map can be made of, is reported") {
  const Network network = random_network({2, 3, 1}, {Activation::kTanh, Activation::kSigmoid}, 1);
  const auto message = [&](NeuronPlace place, std::size_t resolution = 5) {
    return message_of([&] { return neuron_maps(network, {place}, kBounds, resolution); });
  };
  CHECK(message({3, 0}) == "layer: 3; allowed: 0 to 2");
  CHECK(message({0, 2}) == "neuron: 2; allowed: 0 to 1 in layer 0");
  CHECK(message({1, 3}) == "neuron: 3; allowed: 0 to 2 in layer 1");
  CHECK(message({2, 1}) == "neuron: 1; allowed: 0 to 0 in layer 2");
  CHECK(message({1, 0}, 0) == "resolution: 0; allowed: 2 to 2000");
  CHECK(message({1, 0}, 1) == "resolution: 1; allowed: 2 to 2000");
  CHECK(message({1, 0}, 2001) == "resolution: 2001; allowed: 2 to 2000");
  CHECK(message_of([&] { return neuron_maps(network, {}, kBounds, 5); }) ==
        "neurons: none; allowed: one or more");
  const auto message_with = [&](const Bounds& bounds, const FeatureMap& map) {
    return message_of([&] { return neuron_maps(network, {{1, 0}}, bounds, 5, map); });
  };
  CHECK(message_with({1, 1, 0, 2}, {}) ==
        "bounds: 1 to 1 by 0 to 2; allowed: two finite ranges, low before high");
  CHECK(message_with(kBounds, kEveryFeature) == "network: 2 inputs; allowed: 7 inputs");
  CHECK(message_with(kBounds, {{}, {}}) == "features: none; allowed: one or more");
}
