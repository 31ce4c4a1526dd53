#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace moonlab {

// Carries memory into a snapshot, or out of one. Without a snapshot it only counts.
class Carrier {
 public:
  Carrier() = default;
  Carrier(std::vector<double>& snapshot, bool is_out) : at_(bytes_of(snapshot)), is_out_(is_out) {}

  template <typename T>
  void carry(T* own, std::size_t n) {
    static_assert(std::is_trivially_copyable_v<T>, "as memory is copied");
    carry_bytes(own, n * sizeof(T));
  }

  [[nodiscard]] bool is_out() const { return is_out_; }

  // How long a snapshot of what has been carried is.
  [[nodiscard]] std::size_t size() const;

 private:
  // The first number is left to whoever seals it.
  static unsigned char* bytes_of(std::vector<double>& snapshot) {
    return reinterpret_cast<unsigned char*>(snapshot.data() + 1);
  }

  void carry_bytes(void* own, std::size_t n);

  unsigned char* at_ = nullptr;
  std::size_t n_bytes_ = 0;
  bool is_out_ = false;
};

// A number that tells whether the rest of a snapshot is as it was made, for the same aim.
double seal_of(const std::vector<double>& snapshot, std::size_t aim);

}  // namespace moonlab
