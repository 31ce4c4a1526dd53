#include <array>
#include <numeric>
#include <stdexcept>

#include "checks.hpp"
#include "moonlab/datasets.hpp"
#include "moonlab/features.hpp"

namespace moonlab::conformance {
namespace {

template <typename Draw>
std::vector<double> draws(std::size_t n, Draw draw) {
  std::vector<double> values(n);
  for (double& value : values) value = draw();
  return values;
}

void check_call(const Fields& call, RandomState& stream, Comparison& comparison) {
  const std::string fn = call.text("fn");
  const std::size_t n = call.count("n");
  const auto close = [&](const std::vector<double>& ours) {
    comparison.close(call.path("out"), ours, call.numbers("out"));
  };
  const auto equal = [&](const Indices& ours) {
    comparison.equal(call.path("out"), ours, call.integers("out"));
  };
  if (fn == "random_sample") {
    close(draws(n, [&] { return stream.random_sample(); }));
  } else if (fn == "randn") {
    close(draws(n, [&] { return stream.randn(); }));
  } else if (fn == "normal") {
    const double loc = call.number("loc");
    const double scale = call.number("scale");
    close(draws(n, [&] { return stream.normal(loc, scale); }));
  } else if (fn == "uniform") {
    const double low = call.number("low");
    const double high = call.number("high");
    close(draws(n, [&] { return stream.uniform(low, high); }));
  } else if (fn == "shuffle") {
    Indices values(n);
    std::iota(values.begin(), values.end(), 0);
    stream.shuffle(values);
    equal(values);
  } else if (fn == "permutation") {
    equal(stream.permutation(n));
  } else {
    throw std::runtime_error(call.path("fn") + ": unknown function " + fn);
  }
}

Positions read_centers(const Fields& golden) {
  const Matrix table = golden.matrix("centers");
  if (columns(table) != 2) throw std::runtime_error("centers: shape " + shape_text(table));
  Positions centers;
  for (std::size_t r = 0; r < rows(table); ++r) centers.push_back({table(r, 0), table(r, 1)});
  return centers;
}

Dataset shuffled_dataset(const std::string& name, const Fields& golden) {
  const std::size_t n_samples = golden.count("n_samples");
  const std::uint32_t seed = golden.seed("random_state");
  const bool shuffle = golden.boolean("shuffle");
  if (name == "blobs") {
    return make_blobs(n_samples, read_centers(golden), golden.number("cluster_std"), seed, shuffle);
  }
  const std::optional<double> noise = golden.number_or_null("noise");
  if (name == "moons") return make_moons(n_samples, noise, seed, shuffle);
  return make_circles(n_samples, noise, golden.number("factor"), seed, shuffle);
}

Dataset make_dataset(const Fields& golden) {
  const std::string name = golden.text("dataset");
  if (name == "moons" || name == "circles" || name == "blobs") {
    return shuffled_dataset(name, golden);
  }
  const std::size_t n_samples = golden.count("n_samples");
  const std::uint32_t seed = golden.seed("random_state");
  if (name == "classification") {
    return make_classification(n_samples, golden.count("n_classes"),
                               golden.count("n_clusters_per_class"), golden.number("class_sep"),
                               golden.number("flip_y"), seed);
  }
  const std::optional<double> noise = golden.number_or_null("noise");
  if (name == "xor") return make_xor(n_samples, noise, seed);
  if (name == "spirals") {
    return make_spirals(n_samples, golden.count("n_classes"), golden.number("turns"), noise, seed);
  }
  if (name == "plane") return make_plane(n_samples, noise, seed);
  if (name == "hills") return make_hills(n_samples, noise, seed);
  throw std::runtime_error("dataset: unknown data set " + name);
}

FeatureMap read_feature_map(const Fields& golden) {
  FeatureMap map;
  map.features.clear();
  for (const std::string& name : golden.texts("features")) {
    map.features.push_back(feature_from_name(name));
  }
  const Matrix train = golden.matrix("train_X");
  const std::string scale = golden.text("scale");
  if (scale == "standard") {
    map.scaler = standard_scaler(train);
  } else if (scale != "none") {
    throw std::runtime_error("scale: unknown scale " + scale);
  }
  return map;
}

std::vector<double> to_vector(const std::array<double, 2>& pair) { return {pair[0], pair[1]}; }

}  // namespace

void check_rng(const Fields& golden, Comparison& comparison) {
  RandomState stream(golden.seed("seed"));
  for (const Fields& call : golden.objects("calls")) check_call(call, stream, comparison);
}

void check_datasets(const Fields& golden, Comparison& comparison) {
  const Dataset dataset = make_dataset(golden);
  comparison.close("X", dataset.X, golden.matrix("X"));
  const std::string name = golden.text("dataset");
  if (name == "plane" || name == "hills") {
    const std::vector<double> values(dataset.y.begin(), dataset.y.end());
    comparison.close("y", values, golden.numbers("y"));
  } else {
    comparison.equal("y", Indices(dataset.y.begin(), dataset.y.end()), golden.integers("y"));
  }
}

void check_features(const Fields& golden, Comparison& comparison) {
  const FeatureMap map = read_feature_map(golden);
  if (golden.text("scale") == "standard") {
    comparison.close("mean", to_vector(map.scaler.mean), golden.numbers("mean"));
    comparison.close("std", to_vector(map.scaler.deviation), golden.numbers("std"));
  }
  comparison.close("inputs", inputs_of(golden.matrix("X"), map), golden.matrix("inputs"));
}

void check_split(const Fields& golden, Comparison& comparison) {
  const Split split = train_test_split(golden.count("n_samples"), golden.number("test_size"),
                                       golden.seed("random_state"));
  comparison.equal("train_indices", split.train, golden.integers("train_indices"));
  comparison.equal("test_indices", split.test, golden.integers("test_indices"));
}

}  // namespace moonlab::conformance
