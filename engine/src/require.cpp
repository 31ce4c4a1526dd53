#include "moonlab/require.hpp"

#include <stdexcept>

namespace moonlab {

void Part::append_to(std::string& message) const {
  switch (kind_) {
    case Kind::kText:
      message += text_;
      return;
    case Kind::kNumber:
      message += number_text(number_);
      return;
    case Kind::kCount:
      message += std::to_string(count_);
      return;
    case Kind::kShape:
      Text({"(", shape_.n_rows, ", ", shape_.n_columns, ")"}).append_to(message);
      return;
  }
}

void Text::append_to(std::string& message) const {
  only_.append_to(message);
  for (const Part& part : parts_) part.append_to(message);
}

void refuse(const Text& name, const Text& came, const Text& allowed) {
  std::string message;
  name.append_to(message);
  message += ": ";
  came.append_to(message);
  message += "; allowed: ";
  allowed.append_to(message);
  throw std::invalid_argument(message);
}

}  // namespace moonlab
