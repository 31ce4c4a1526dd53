#pragma once

/// What the engine's sources use of xtensor, for both places where its versions keep it: 0.26 gave
/// each header a folder. Not public: array.hpp does the same for the one header that users need.

#include "moonlab/array.hpp"

#if __has_include(<xtensor/containers/xtensor.hpp>)
#include <xtensor/core/xmath.hpp>
#include <xtensor/views/xview.hpp>
#else
#include <xtensor/xmath.hpp>
#include <xtensor/xview.hpp>
#endif
