#include "checksum.hpp"

#include <cinttypes>
#include <cstdio>
#include <cstring>

namespace moonlab::bits {
namespace {

constexpr std::uint64_t kPrime = 0x100000001b3;
constexpr std::uint64_t kNan = 0x7ff8000000000000;

}  // namespace

void Checksum::add(double value) {
  std::uint64_t bits = kNan;
  if (value == value) std::memcpy(&bits, &value, sizeof bits);
  for (int byte = 0; byte < 8; ++byte) sum_ = (sum_ ^ (bits >> 8 * byte & 0xff)) * kPrime;
}

void Checksum::add(const std::vector<double>& values) {
  for (const double value : values) add(value);
}

void Checksum::add(const Matrix& matrix) {
  for (const double value : matrix) add(value);
}

void Checksum::add(const Indices& indices) {
  for (const std::int32_t index : indices) add(static_cast<double>(index));
}

void Checksum::add(const Gradient& gradient) {
  for (const LayerGradient& layer : gradient) {
    add(layer.weights);
    add(layer.biases);
  }
}

void Checksum::add(const Dataset& data) {
  add(data.X);
  add(data.y);
}

void Checksum::add(const std::vector<Metrics>& history) {
  for (const Metrics& metrics : history) {
    add(static_cast<double>(metrics.epoch));
    add(metrics.train_loss);
    add(metrics.test_loss);
    add(metrics.train_accuracy);
    add(metrics.test_accuracy);
  }
}

std::string Checksum::text() const {
  char text[17];
  std::snprintf(text, sizeof text, "%016" PRIx64, sum_);
  return text;
}

}  // namespace moonlab::bits
