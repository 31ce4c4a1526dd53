#pragma once

#include <cstddef>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "moonlab/array.hpp"
#include "moonlab/random_state.hpp"

namespace moonlab::conformance {

/// One JSON object of a golden file. Reading a field that is missing or of another type throws
/// std::runtime_error with its path; fields that nobody read can be listed, so that none goes
/// unseen.
class Fields {
 public:
  /// @throws std::runtime_error unless it is an object
  explicit Fields(const nlohmann::json& object);

  bool has(const std::string& name) const { return object_->contains(name); }

  double number(const std::string& name) const;
  std::optional<double> number_or_null(const std::string& name) const;
  std::size_t count(const std::string& name) const;
  std::uint32_t seed(const std::string& name) const;
  bool boolean(const std::string& name) const;
  std::string text(const std::string& name) const;
  std::vector<double> numbers(const std::string& name) const;
  Indices integers(const std::string& name) const;
  std::vector<std::size_t> counts(const std::string& name) const;
  std::vector<std::string> texts(const std::string& name) const;
  Matrix matrix(const std::string& name) const;
  /// Whether the field is a list of lists.
  bool has_rows(const std::string& name) const;
  Fields object(const std::string& name) const;
  std::vector<Fields> objects(const std::string& name) const;

  /// Where a field stands: "networks[0].losses".
  std::string path(const std::string& name) const { return prefix_ + name; }

  /// @returns the paths of the fields, at any depth of objects, that were never read.
  std::vector<std::string> unread() const;

 private:
  Fields(const nlohmann::json& object, std::string prefix,
         std::shared_ptr<std::set<std::string>> read);

  const nlohmann::json& at(const std::string& name) const;

  const nlohmann::json* object_;
  std::string prefix_;
  std::shared_ptr<std::set<std::string>> read_;
};

}  // namespace moonlab::conformance
