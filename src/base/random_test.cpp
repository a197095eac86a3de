#include "base/random.hpp"

#include <gmock/gmock.h>

namespace varde {
namespace {

TEST(Random, PhiloxGivesThePublishedNumbers) {
  // Known answers of the Random123 library for zeros and for ones.
  EXPECT_THAT(philox({0, 0, 0, 0}, {0, 0}),
              testing::ElementsAre(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8));
  EXPECT_THAT(philox({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}),
              testing::ElementsAre(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd));
}

TEST(Random, NormalQuantileIsTheInverse) {
  EXPECT_NEAR(normal_quantile(0.9), 1.2815515655446004, 1e-14);
  for (const double p : {1e-12, 0.001, 0.3, 0.5, 0.92, 0.999999}) {
    EXPECT_NEAR(normal_cdf(normal_quantile(p)) / p, 1.0, 1e-9);
  }
}

}  // namespace
}  // namespace varde
