#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace moonlab::conformance {

/// What running one golden file through the engine gave.
struct FileReport {
  std::string file;
  std::string kind;
  std::size_t passed = 0;
  std::size_t failed = 0;
  double worst_error = 0;                  ///< largest |ours - theirs|
  double worst_share = 0;                  ///< largest error as a share of its tolerance
  std::vector<std::string> disagreements;  ///< "case: field: what"
};

/// Runs every case of a file. A file that cannot be read, or is not of the format, fails as one
/// case.
FileReport run_golden_file(const std::filesystem::path& path);

/// @returns the folder's golden files (*.json) in order.
/// @throws std::runtime_error when it is no folder or has none
std::vector<std::filesystem::path> golden_files(const std::filesystem::path& folder);

}  // namespace moonlab::conformance
