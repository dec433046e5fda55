// GoogleTest, GoogleMock and RapidCheck (see pch_light.hpp).
#pragma once

#include "pch_light.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
