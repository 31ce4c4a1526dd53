#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <optional>
#include <stdexcept>
#include <vector>

#include "memory_limit.hpp"
#include "moonlab/datasets.hpp"
#include "moonlab/features.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/network.hpp"
#include "moonlab/trainer.hpp"

/// What libFuzzer's bytes stand for, and what the engine may answer.
namespace moonlab::fuzz {

/// Arguments made of libFuzzer's bytes: most of them small, some of them hostile.
class Input {
 public:
  Input(const std::uint8_t* bytes, std::size_t n) : bytes_(bytes, n) {}

  bool coin() { return bytes_.ConsumeBool(); }

  /// 0 … max, and now and then a number that no machine has the memory for.
  std::size_t size(std::size_t max);

  /// 0 … max.
  std::size_t below(std::size_t max) { return bytes_.ConsumeIntegralInRange<std::size_t>(0, max); }

  std::uint32_t seed() { return bytes_.ConsumeIntegral<std::uint32_t>(); }

  /// Ordinary numbers, the edges of what a double holds, and any bits.
  double number();

  /// A setting: mostly its usual value, else any number.
  double number_or(double usual) { return coin() ? usual : number(); }

  std::optional<double> maybe_number();

  /// One of n values, or the number after them, which is none.
  template <typename Enum>
  Enum one_of(int n) {
    return static_cast<Enum>(bytes_.ConsumeIntegralInRange<int>(0, n));
  }
  Activation activation() { return one_of<Activation>(7); }
  Loss loss() { return one_of<Loss>(3); }

  Matrix matrix(std::size_t n_rows, std::size_t n_columns);

  /// @param usual mostly this many rows, else another number of them; columns are samples.
  Matrix samples(std::size_t usual_rows, std::size_t n_samples);

  /// Labels of 0 and 1, or any numbers.
  Matrix labels(std::size_t usual_rows, std::size_t n_samples);

  /// @param max_samples of X; y may have another number of them
  Dataset dataset(std::size_t usual_inputs, std::size_t usual_outputs, std::size_t max_samples);

  Indices indices(std::size_t n_samples);

  /// Any features, scaled in any way.
  FeatureMap feature_map();

  /// Sizes and activations that need not fit, initialised in any way, and then perhaps damaged: a
  /// matrix of another shape, a layer too many, all of it moved away.
  Network network();

  OptimizerOptions optimizer_options();
  TrainerOptions trainer_options();

 private:
  void damage(Network& network);

  FuzzedDataProvider bytes_;
};

/// Runs the call. Whatever it refuses by name is fine, and so is the end of the memory.
template <typename Call>
void attempt(Call call) {
  const MemoryLimit limit;
  try {
    call();
  } catch (const std::invalid_argument& error) {
    if (*error.what() == '\0') std::abort();
  } catch (const std::bad_alloc&) {
  }
}

/// Ends the program, as a crash would, unless the condition holds.
void expect(bool condition, const char* what);

/// @returns whether every element is finite.
bool all_finite(const Matrix& matrix);

}  // namespace moonlab::fuzz
