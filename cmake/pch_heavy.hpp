// Asio and Beast, for the adapters that speak HTTP (see pch_light.hpp).
#pragma once

#include "pch_light.hpp"

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/json.hpp>
#include <boost/url.hpp>
