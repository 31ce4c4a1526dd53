#pragma once

#include <cstddef>
#include <vector>

namespace moonlab {

enum class Endpoint { kIncluded, kLeftOut };

/// np.linspace(low, high, n, endpoint), to the last bit: its last value is `high` itself, which
/// xt::linspace's need not be.
std::vector<double> linspace(double low, double high, std::size_t n,
                             Endpoint endpoint = Endpoint::kIncluded);

}  // namespace moonlab
