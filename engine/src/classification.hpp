#pragma once

#include <cstddef>
#include <cstdint>

#include "moonlab/datasets.hpp"

namespace moonlab {

/// What make_classification draws points from: z · a + at with z normal in both coordinates.
struct Cluster {
  double a[2][2];
  double at[2];
  std::size_t label;
};

struct Clusters {
  Cluster cluster[4];
  std::size_t n;
};

/// As make_dataset makes "classification".
/// @param clusters becomes those that the points were drawn from
Dataset draw_classification(const DatasetOptions& options, std::uint32_t random_state,
                            Clusters& clusters);

}  // namespace moonlab
