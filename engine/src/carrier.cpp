#include "carrier.hpp"

#include <algorithm>
#include <cstring>

namespace moonlab {

std::size_t Carrier::size() const { return 1 + (n_bytes_ + sizeof(double) - 1) / sizeof(double); }

void Carrier::carry_bytes(void* own, std::size_t n) {
  n_bytes_ += n;
  if (!at_) return;
  std::memcpy(is_out_ ? own : at_, is_out_ ? at_ : own, n);
  at_ += n;
}

// Fowler, Noll and Vo's hash, a word at a time: it costs less than the copy.
double seal_of(const std::vector<double>& snapshot, std::size_t aim) {
  std::uint64_t hash = aim;
  for (std::size_t i = 1; i < snapshot.size(); ++i) {
    std::uint64_t word = 0;
    std::memcpy(&word, &snapshot[i], sizeof word);
    hash = (hash ^ word) * 0x100000001b3;
    hash ^= hash >> 32;
  }
  return static_cast<double>(hash >> 32);
}

}  // namespace moonlab
