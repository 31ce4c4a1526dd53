#include <doctest/doctest.h>

#include "golden_file.hpp"

using namespace moonlab::conformance;

TEST_CASE("every golden file agrees with the engine") {
  const auto files = golden_files(MOONLAB_GOLDEN_DIR);
  CHECK(files.size() == 15);
  for (const auto& file : files) {
    CAPTURE(file.string());
    const FileReport report = run_golden_file(file);
    CHECK(report.passed > 0);
    CHECK(report.failed == 0);
    for (const std::string& disagreement : report.disagreements) FAIL_CHECK(disagreement);
  }
}
