#include <cstdio>
#include <exception>

#include "golden_file.hpp"

// Runs every golden file of a folder through the native engine and prints what it found as the
// JSON that the conformance command reads.
#include <nlohmann/json.hpp>

int main(int argc, char** argv) {
  using namespace moonlab::conformance;
  if (argc != 2) {
    std::fprintf(stderr, "usage: moonlab_conformance FOLDER\n");
    return 2;
  }
  try {
    nlohmann::json reports = nlohmann::json::array();
    for (const auto& path : golden_files(argv[1])) {
      const FileReport report = run_golden_file(path);
      reports.push_back({{"file", report.file},
                         {"kind", report.kind},
                         {"passed", report.passed},
                         {"failed", report.failed},
                         {"worstError", report.worst_error},
                         {"worstShare", report.worst_share},
                         {"disagreements", report.disagreements}});
    }
    std::printf("%s\n", reports.dump().c_str());
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
