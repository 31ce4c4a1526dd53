#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace moonlab {

/// @returns the index of a name among those that users may spell out
/// @throws std::invalid_argument that lists the allowed names
std::size_t index_of(std::string_view what, const std::string_view* names, std::size_t n_names,
                     std::string_view name);

/// Looks a value up by its name.
/// @throws std::invalid_argument that lists the allowed names
template <typename Value, std::size_t kCount>
Value value_of(std::string_view what,
               const std::array<std::pair<std::string_view, Value>, kCount>& choices,
               std::string_view name) {
  std::array<std::string_view, kCount> names;
  for (std::size_t i = 0; i < kCount; ++i) names[i] = choices[i].first;
  return choices[index_of(what, names.data(), kCount, name)].second;
}

}  // namespace moonlab
