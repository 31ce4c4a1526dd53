#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace moonlab {

/// @returns a number as people write it: "0.03", "1e+300", "nan".
[[nodiscard]] std::string number_text(double value);

struct Shape {
  std::size_t n_rows;
  std::size_t n_columns;
};

/// A part of a message: a text, a number, or a shape, put into words once the message is needed.
/// Texts are not copied; they live as long as the call that they are given to.
class Part {
 public:
  Part(std::string_view text) : kind_(Kind::kText), text_(text) {}
  Part(const char* text) : Part(std::string_view(text)) {}
  Part(const std::string& text) : Part(std::string_view(text)) {}
  Part(Shape shape) : kind_(Kind::kShape), shape_(shape) {}
  Part(double number) : kind_(Kind::kNumber), number_(number) {}

  template <typename Integer, typename = std::enable_if_t<std::is_integral_v<Integer>>>
  Part(Integer number) : Part(static_cast<double>(number)) {}
  Part(std::size_t count) : kind_(Kind::kCount), count_(count) {}

  void append_to(std::string& message) const;

 private:
  enum class Kind { kText, kShape, kNumber, kCount };

  Kind kind_;
  union {
    std::string_view text_;
    Shape shape_;
    double number_;
    std::size_t count_;
  };
};

/// One part, or several in braces: {"layer ", 2, " weights"}. An argument only, as the braces'
/// parts live no longer than the call.
class Text {
 public:
  Text(std::initializer_list<Part> parts) : only_(""), parts_(parts) {}

  template <typename Only, typename = std::enable_if_t<std::is_convertible_v<Only, Part>>>
  Text(const Only& only) : only_(only) {}

  void append_to(std::string& message) const;

 private:
  Part only_;
  std::initializer_list<Part> parts_;
};

/// Throws std::invalid_argument("<name>: <came>; allowed: <allowed>").
[[noreturn]] void refuse(const Text& name, const Text& came, const Text& allowed);

/// Refuses unless the condition holds. Every range and shape check of the public functions goes
/// through here, so that all messages name the argument, what came and what is allowed; and a check
/// that passes builds none.
inline void require(bool condition, const Text& name, const Text& came, const Text& allowed) {
  if (!condition) refuse(name, came, allowed);
}

}  // namespace moonlab
