#include "linspace.hpp"

namespace moonlab {

// With the operations that NumPy does, in its order.
std::vector<double> linspace(double low, double high, std::size_t n, Endpoint endpoint) {
  const std::size_t n_steps = endpoint == Endpoint::kIncluded && n > 1 ? n - 1 : n;
  const double step = (high - low) / static_cast<double>(n_steps);
  std::vector<double> values(n);
  for (std::size_t i = 0; i < n; ++i) values[i] = static_cast<double>(i) * step + low;
  if (endpoint == Endpoint::kIncluded && n > 1) values.back() = high;
  return values;
}

}  // namespace moonlab
