#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "moonlab/array.hpp"

namespace moonlab {

/// Looks a value up by its name, for the choices that users spell out.
/// @throws std::invalid_argument that lists the allowed names
template <typename Value, std::size_t kCount>
Value value_of(std::string_view what,
               const std::array<std::pair<std::string_view, Value>, kCount>& choices,
               std::string_view name) {
  std::string allowed;
  for (const auto& [choice, value] : choices) {
    if (choice == name) return value;
    allowed += (allowed.empty() ? "" : ", ") + std::string(choice);
  }
  require(false, what, '"' + std::string(name) + '"', allowed);
  return choices.front().second;
}

}  // namespace moonlab
