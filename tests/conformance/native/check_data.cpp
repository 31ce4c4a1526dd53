#include <array>
#include <numeric>
#include <stdexcept>

#include "checks.hpp"
#include "moonlab/datasets.hpp"

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

std::vector<std::array<double, 2>> read_centers(const Fields& golden) {
  const Matrix table = golden.matrix("centers");
  if (columns(table) != 2) throw std::runtime_error("centers: shape " + shape_text(table));
  std::vector<std::array<double, 2>> centers;
  for (std::size_t r = 0; r < rows(table); ++r) centers.push_back({table(r, 0), table(r, 1)});
  return centers;
}

Dataset make_dataset(const Fields& golden) {
  const std::string name = golden.text("dataset");
  const std::size_t n_samples = golden.count("n_samples");
  const std::uint32_t random_state = golden.seed("random_state");
  const bool shuffle = golden.boolean("shuffle");
  if (name == "moons") {
    return make_moons(n_samples, golden.number_or_null("noise"), random_state, shuffle);
  }
  if (name == "circles") {
    return make_circles(n_samples, golden.number_or_null("noise"), golden.number("factor"),
                        random_state, shuffle);
  }
  if (name == "blobs") {
    return make_blobs(n_samples, read_centers(golden), golden.number("cluster_std"), random_state,
                      shuffle);
  }
  throw std::runtime_error("dataset: unknown data set " + name);
}

}  // namespace

void check_rng(const Fields& golden, Comparison& comparison) {
  RandomState stream(golden.seed("seed"));
  for (const Fields& call : golden.objects("calls")) check_call(call, stream, comparison);
}

void check_datasets(const Fields& golden, Comparison& comparison) {
  const Dataset dataset = make_dataset(golden);
  comparison.close("X", dataset.X, golden.matrix("X"));
  comparison.equal("y", Indices(dataset.y.begin(), dataset.y.end()), golden.integers("y"));
}

void check_split(const Fields& golden, Comparison& comparison) {
  const Split split = train_test_split(golden.count("n_samples"), golden.number("test_size"),
                                       golden.seed("random_state"));
  comparison.equal("train_indices", split.train, golden.integers("train_indices"));
  comparison.equal("test_indices", split.test, golden.integers("test_indices"));
}

}  // namespace moonlab::conformance
