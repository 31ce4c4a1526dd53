#include "names.hpp"

#include <string>

#include "moonlab/array.hpp"

namespace moonlab {

std::size_t index_of(std::string_view what, const std::string_view* names, std::size_t n_names,
                     std::string_view name) {
  std::string allowed;
  for (std::size_t i = 0; i < n_names; ++i) {
    if (names[i] == name) return i;
    allowed += (allowed.empty() ? "" : ", ") + std::string(names[i]);
  }
  require(false, what, '"' + std::string(name) + '"', allowed);
  return 0;
}

}  // namespace moonlab
