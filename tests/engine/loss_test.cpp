#include "moonlab/loss.hpp"

#include <cmath>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

TEST_CASE("losses are found by name, and an unknown one is reported") {
  CHECK(loss_from_name("binary_cross_entropy") == Loss::kBinaryCrossEntropy);
  CHECK(loss_from_name("mean_squared_error") == Loss::kMeanSquaredError);
  CHECK(loss_from_name("categorical_cross_entropy") == Loss::kCategoricalCrossEntropy);
  CHECK(message_of([] { return loss_from_name("hinge"); }) ==
        "loss: \"hinge\"; allowed: binary_cross_entropy, mean_squared_error, "
        "categorical_cross_entropy");
}

TEST_CASE("the notebook's four samples have its loss and accuracy") {
  const Matrix y_true = row_of({0, 1, 1, 0});
  const Matrix y_pred = row_of({0.1, 0.9, 0.8, 0.2});
  // (-log 0.9 - log 0.9 - log 0.8 - log 0.8) / 4, as the notebook prints it: 0.1643
  CHECK(binary_cross_entropy(y_true, y_pred) == doctest::Approx(0.164252033486018).epsilon(1e-13));
  CHECK(accuracy(y_true, y_pred) == 1.0);
}

TEST_CASE("probabilities of 0 and 1 are clipped before the logarithm") {
  CHECK(binary_cross_entropy(row_of({1}), row_of({0})) == doctest::Approx(-std::log(1e-7)));
  CHECK(binary_cross_entropy(row_of({0}), row_of({0})) == doctest::Approx(-std::log(1 - 1e-7)));
}

TEST_CASE("labels between 0 and 1 are weighed") {
  CHECK(loss_term(Loss::kBinaryCrossEntropy, 0.25, 0.5) == doctest::Approx(std::log(2.0)));
}

TEST_CASE("exactly one half is predicted as class 0") {
  CHECK(accuracy(row_of({0, 1}), row_of({0.5, 0.5})) == 0.5);
  CHECK(accuracy(row_of({0}), row_of({0.5})) == 1);
}

TEST_CASE("a prediction that is NaN is class 0, as for NumPy") {
  CHECK(accuracy(row_of({0, 1}), row_of({NAN, NAN})) == 0.5);
}

TEST_CASE("mean squared error is the mean over all predictions") {
  CHECK(mean_squared_error(row_of({0, 1}), row_of({0.5, 0.5})) == 0.25);
}

TEST_CASE("the loss's derivative agrees with central differences") {
  constexpr double kEpsilon = 1e-7;
  for (const Loss loss :
       {Loss::kBinaryCrossEntropy, Loss::kMeanSquaredError, Loss::kCategoricalCrossEntropy}) {
    for (const double y : {0.0, 0.3, 1.0}) {
      for (double p = 0.05; p < 1; p += 0.1) {
        const double slope =
            (loss_term(loss, y, p + kEpsilon) - loss_term(loss, y, p - kEpsilon)) / (2 * kEpsilon);
        CHECK(loss_term_derivative(loss, y, p) == doctest::Approx(slope).epsilon(1e-6));
      }
    }
  }
}

TEST_CASE("the loss is flat where the probability is clipped") {
  CHECK(loss_term_derivative(Loss::kBinaryCrossEntropy, 1, 0.0) == 0.0);
  CHECK(std::isnan(loss_term_derivative(Loss::kBinaryCrossEntropy, 1, NAN)));
  CHECK(loss_term_derivative(Loss::kCategoricalCrossEntropy, 1, 0.0) == 0.0);
  CHECK(std::isnan(loss_term_derivative(Loss::kCategoricalCrossEntropy, 1, NAN)));
}

TEST_CASE("categorical cross-entropy asks for the true class's probability alone, clipped") {
  const Matrix y_true{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  const Matrix y_pred{{0.5, 0.2, 1}, {0.3, 0.2, 0}, {0.2, 0.6, 0}};
  const double expected = -(std::log(0.5) + std::log(0.2) + std::log(1e-7)) / 3;
  CHECK(categorical_cross_entropy(y_true, y_pred) == doctest::Approx(expected).epsilon(1e-14));
}

TEST_CASE("of several outputs the largest is the predicted class, the first of equals") {
  const Matrix y_true{{1, 0, 0, 0}, {0, 1, 0, 1}, {0, 0, 1, 0}};
  CHECK(accuracy(y_true, {{0.5, 0.2, 0.1, 0.2}, {0.3, 0.4, 0.2, 0.5}, {0.2, 0.4, 0.7, 0.3}}) == 1);
  // Equal ones: the first sample is right by that, the others not.
  CHECK(accuracy(y_true, {{0.4, 0.5, 0.4, 0.5}, {0.4, 0.5, 0.2, 0.5}, {0.2, 0, 0.4, 0}}) == 0.25);
  CHECK(accuracy({{1, 0}, {0, 1}}, {{NAN, NAN}, {NAN, NAN}}) == 0.5);
}

TEST_CASE("R² is 1 for perfect predictions, 0 for the mean, and below for worse") {
  const Matrix y = row_of({1, 2, 3, 6});
  CHECK(r2_score(y, y) == 1);
  CHECK(r2_score(y, row_of({3, 3, 3, 3})) == 0);
  // sklearn.metrics.r2_score([1, 2, 3, 6], [6, 3, 2, 1]), scikit-learn 1.2.1
  CHECK(r2_score(y, row_of({6, 3, 2, 1})) == doctest::Approx(-2.7142857142857144).epsilon(1e-15));
}

TEST_CASE("R² of labels that do not vary is 1 or 0, and of a single one nothing") {
  CHECK(r2_score(row_of({2, 2}), row_of({2, 2})) == 1);
  CHECK(r2_score(row_of({2, 2}), row_of({2, 3})) == 0);
  // Their sum by three is another number in the last bit.
  CHECK(r2_score(row_of({0.7, 0.7, 0.7}), row_of({0.7, 0.7, 0.8})) == 0);
  CHECK(std::isnan(r2_score(row_of({2}), row_of({2}))));
}

TEST_CASE("R² of several outputs is the mean of theirs") {
  CHECK(r2_score({{1, 2, 3, 6}, {1, 2, 3, 6}}, {{1, 2, 3, 6}, {3, 3, 3, 3}}) == 0.5);
}

TEST_CASE("labels that are not one-hot are refused under categorical cross-entropy") {
  const std::string allowed =
      "; allowed: one-hot labels of two classes or more, for categorical cross-entropy";
  const auto message = [](const Matrix& y_true) {
    return message_of([&] { return categorical_cross_entropy(y_true, y_true); });
  };
  const std::string of_two = "y_true: shape (2, 2) and another label" + allowed;
  CHECK(message({{1, 0}, {0, 0}}) == of_two);
  CHECK(message({{1, 0}, {1, 1}}) == of_two);
  CHECK(message({{0.5, 0}, {0.5, 1}}) == of_two);
  CHECK(message({{1, NAN}, {0, 1}}) == of_two);
  CHECK(message(row_of({1, 1})) == "y_true: shape (1, 2) and another label" + allowed);
  CHECK(message({{1, 0}, {0, 1}}) == "");
}

TEST_CASE("predictions of another shape than the labels are reported") {
  CHECK(message_of([] {
          return binary_cross_entropy(row_of({0, 1}), row_of({0.5}));
        }) == "y_pred: shape (1, 1); allowed: (1, 2)");
  CHECK(message_of([] { return accuracy(row_of({}), row_of({})); }) ==
        "y_true: shape (1, 0); allowed: one sample or more");
}
