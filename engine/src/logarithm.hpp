#pragma once

/// The natural logarithm from IEEE operations alone. Part of the kernels.
namespace moonlab::kernels {

/// @param x any number
/// @returns log x, at most 0.52 units in the last place from the truth; -infinity for 0, NaN for
///   negative numbers and NaN
///
/// A table of 128 logarithms and a polynomial, without fused multiply-add, as in musl: a C
/// library takes fused multiply-adds where the processor has them, and then gives other last bits.
/// To the last bit what the WebAssembly module has always given, so that records stay reproducible.
double log(double x);

}  // namespace moonlab::kernels
