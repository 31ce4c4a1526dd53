#pragma once

#include <cstddef>
#include <string_view>

namespace moonlab {

/// A value of an enum and what users spell it.
struct Named {
  template <typename Enum>
  constexpr Named(std::string_view its_name, Enum its_value)
      : name(its_name), value(static_cast<int>(its_value)) {}

  std::string_view name;
  int value;
};

/// @returns the one of that name
/// @throws std::invalid_argument that lists the allowed names
const Named& find_named(std::string_view what, const Named* first, std::size_t n,
                        std::string_view name);

/// Looks a value up by its name.
/// @throws std::invalid_argument that lists the allowed names
template <typename Enum, std::size_t kCount>
Enum value_of(std::string_view what, const Named (&choices)[kCount], std::string_view name) {
  return static_cast<Enum>(find_named(what, choices, kCount, name).value);
}

/// @throws std::invalid_argument for a value of the enum that has no name: C++ lets any number be
/// cast
///   to one
void require_named(std::string_view what, const Named* first, std::size_t n, int value);

template <typename Enum, std::size_t kCount>
void require_named(std::string_view what, const Named (&choices)[kCount], Enum value) {
  require_named(what, choices, kCount, static_cast<int>(value));
}

}  // namespace moonlab
