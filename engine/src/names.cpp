#include "names.hpp"

#include <string>

#include "moonlab/require.hpp"

namespace moonlab {

namespace {

std::string all_names(const Named* first, const Named* last) {
  std::string names;
  for (const Named* named = first; named != last; ++named) {
    if (named != first) names += ", ";
    names += named->name;
  }
  return names;
}

}  // namespace

const Named& find_named(std::string_view what, const Named* first, std::size_t n,
                        std::string_view name) {
  for (const Named* named = first; named != first + n; ++named) {
    if (named->name == name) return *named;
  }
  refuse(what, {"\"", name, "\""}, all_names(first, first + n));
}

void require_named(std::string_view what, const Named* first, std::size_t n, int value) {
  for (const Named* named = first; named != first + n; ++named) {
    if (named->value == value) return;
  }
  refuse(what, {"number ", value}, all_names(first, first + n));
}

}  // namespace moonlab
