#include "golden_file.hpp"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "checks.hpp"

namespace moonlab::conformance {
namespace {

using nlohmann::json;

json read_json(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot be read");
  return json::parse(stream);
}

// A case needs no name (loss.json's stand twice), so its place is given too.
std::string label_of(const json& golden, std::size_t i) {
  const bool named = golden.is_object() && golden.contains("name") && golden["name"].is_string();
  const std::string place = "case " + std::to_string(i);
  return named ? place + " \"" + golden["name"].get<std::string>() + "\"" : place;
}

Comparison run_case(const json& golden, Check check, Tolerance tolerance) {
  Comparison comparison(tolerance);
  try {
    const Fields fields(golden);
    fields.text("name");
    check(fields, comparison);
    for (const std::string& path : fields.unread()) comparison.fail(path + ": is unknown");
  } catch (const std::exception& error) {
    comparison.fail(error.what());
  }
  return comparison;
}

void run_cases(const json& content, FileReport& report) {
  const Fields fields(content);
  report.kind = fields.text("kind");
  const Check check = check_for(report.kind);
  fields.text("reference");
  const Fields tolerance = fields.object("tolerance");
  const Tolerance allowed{tolerance.number("rel"), tolerance.number("abs")};
  const std::size_t n_cases = fields.objects("cases").size();
  if (n_cases == 0) throw std::runtime_error("cases: is empty");
  for (std::size_t i = 0; i < n_cases; ++i) {
    const json& golden = content["cases"][i];
    const Comparison comparison = run_case(golden, check, allowed);
    report.worst_error = std::max(report.worst_error, comparison.worst_error());
    report.worst_share = std::max(report.worst_share, comparison.worst_share());
    (comparison.disagreements().empty() ? report.passed : report.failed) += 1;
    for (const std::string& disagreement : comparison.disagreements()) {
      report.disagreements.push_back(label_of(golden, i) + ": " + disagreement);
    }
  }
}

}  // namespace

Check check_for(const std::string& kind) {
  static const std::map<std::string, Check> checks = {
      {"rng", check_rng},
      {"datasets", check_datasets},
      {"split", check_split},
      {"features", check_features},
      {"activations", check_activations},
      {"neuron", check_neuron},
      {"forward", check_forward},
      {"loss", check_loss},
      {"notebook", check_notebook},
      {"gradients", check_gradients},
      {"optimizers", check_optimizers},
      {"boundary", check_boundary},
  };
  const auto found = checks.find(kind);
  if (found == checks.end()) throw std::runtime_error("kind: \"" + kind + "\" is unknown");
  return found->second;
}

FileReport run_golden_file(const std::filesystem::path& path) {
  FileReport report;
  report.file = path.filename().string();
  try {
    run_cases(read_json(path), report);
  } catch (const std::exception& error) {
    report.failed += 1;
    report.disagreements.push_back(error.what());
  }
  return report;
}

std::vector<std::filesystem::path> golden_files(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    throw std::runtime_error(folder.string() + " is no folder");
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  if (files.empty()) throw std::runtime_error(folder.string() + " has no golden files");
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace moonlab::conformance
