#include "fields.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace moonlab::conformance {
namespace {

using nlohmann::json;

constexpr double kMaxSeed = 4294967295.0;

[[noreturn]] void fail(const std::string& path, const std::string& problem) {
  throw std::runtime_error(path + ": " + problem);
}

// JSON's integers and reals alike, but no strings or booleans, which json::get would convert.
double number_of(const json& value, const std::string& path) {
  if (!value.is_number()) fail(path, "is no number");
  return value.get<double>();
}

double whole_of(const json& value, const std::string& path, double low, double high) {
  const double number = number_of(value, path);
  if (number != std::floor(number) || number < low || number > high) {
    fail(path, "is no whole number in range");
  }
  return number;
}

const json& array_of(const json& value, const std::string& path) {
  if (!value.is_array()) fail(path, "is no list");
  return value;
}

std::string element(const std::string& path, std::size_t i) {
  return path + "[" + std::to_string(i) + "]";
}

template <typename Convert>
auto list_of(const json& value, const std::string& path, Convert convert) {
  std::vector<decltype(convert(value, path))> list;
  for (const json& item : array_of(value, path)) {
    list.push_back(convert(item, element(path, list.size())));
  }
  return list;
}

void collect_unread(const json& value, const std::string& path, const std::set<std::string>& read,
                    std::vector<std::string>& unread) {
  if (value.is_object()) {
    for (const auto& [name, child] : value.items()) {
      const std::string child_path = path.empty() ? name : path + "." + name;
      if (read.count(child_path) == 0) {
        unread.push_back(child_path);
      } else {
        collect_unread(child, child_path, read, unread);
      }
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      collect_unread(value[i], element(path, i), read, unread);
    }
  }
}

}  // namespace

Fields::Fields(const json& object)
    : Fields(object, "", std::make_shared<std::set<std::string>>()) {}

Fields::Fields(const json& object, std::string prefix, std::shared_ptr<std::set<std::string>> read)
    : object_(&object), prefix_(std::move(prefix)), read_(std::move(read)) {
  if (!object.is_object()) fail(prefix_.empty() ? "case" : prefix_, "is no object");
}

const json& Fields::at(const std::string& name) const {
  if (!has(name)) fail(path(name), "is missing");
  read_->insert(path(name));
  return (*object_)[name];
}

double Fields::number(const std::string& name) const { return number_of(at(name), path(name)); }

std::optional<double> Fields::number_or_null(const std::string& name) const {
  if (at(name).is_null()) return std::nullopt;
  return number(name);
}

std::size_t Fields::count(const std::string& name) const {
  return static_cast<std::size_t>(whole_of(at(name), path(name), 0, kMaxSeed));
}

std::uint32_t Fields::seed(const std::string& name) const {
  return static_cast<std::uint32_t>(whole_of(at(name), path(name), 0, kMaxSeed));
}

bool Fields::boolean(const std::string& name) const {
  if (!at(name).is_boolean()) fail(path(name), "is neither true nor false");
  return at(name).get<bool>();
}

std::string Fields::text(const std::string& name) const {
  if (!at(name).is_string()) fail(path(name), "is no text");
  return at(name).get<std::string>();
}

std::vector<double> Fields::numbers(const std::string& name) const {
  return list_of(at(name), path(name), number_of);
}

Indices Fields::integers(const std::string& name) const {
  return list_of(at(name), path(name), [](const json& value, const std::string& where) {
    return static_cast<std::int32_t>(whole_of(value, where, -2147483648.0, 2147483647.0));
  });
}

std::vector<std::size_t> Fields::counts(const std::string& name) const {
  return list_of(at(name), path(name), [](const json& value, const std::string& where) {
    return static_cast<std::size_t>(whole_of(value, where, 0, kMaxSeed));
  });
}

std::vector<std::string> Fields::texts(const std::string& name) const {
  return list_of(at(name), path(name), [](const json& value, const std::string& where) {
    if (!value.is_string()) fail(where, "is no text");
    return value.get<std::string>();
  });
}

Matrix Fields::matrix(const std::string& name) const {
  const auto table = list_of(at(name), path(name), [](const json& row, const std::string& where) {
    return list_of(row, where, number_of);
  });
  const std::size_t n_columns = table.empty() ? 0 : table.front().size();
  Matrix matrix = Matrix::from_shape({table.size(), n_columns});
  for (std::size_t r = 0; r < table.size(); ++r) {
    if (table[r].size() != n_columns) fail(path(name), "has rows of different lengths");
    std::copy(table[r].begin(), table[r].end(), matrix.data() + r * n_columns);
  }
  return matrix;
}

bool Fields::has_rows(const std::string& name) const {
  const json& list = at(name);
  return list.is_array() && !list.empty() && list.front().is_array();
}

Fields Fields::object(const std::string& name) const {
  return Fields(at(name), path(name) + ".", read_);
}

std::vector<Fields> Fields::objects(const std::string& name) const {
  return list_of(at(name), path(name), [this](const json& value, const std::string& where) {
    return Fields(value, where + ".", read_);
  });
}

std::vector<std::string> Fields::unread() const {
  std::vector<std::string> unread;
  collect_unread(*object_, "", *read_, unread);
  return unread;
}

}  // namespace moonlab::conformance
