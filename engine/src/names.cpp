#include "names.hpp"

#include <algorithm>
#include <string>

#include "moonlab/require.hpp"

namespace moonlab {

const Named& find_named(std::string_view what, const Named* first, std::size_t n,
                        std::string_view name) {
  const Named* last = first + n;
  const Named* found =
      std::find_if(first, last, [=](const Named& named) { return named.name == name; });
  if (found != last) return *found;
  std::string allowed;
  for (const Named* named = first; named != last; ++named) {
    if (named != first) allowed += ", ";
    allowed += named->name;
  }
  refuse(what, {"\"", name, "\""}, allowed);
}

}  // namespace moonlab
