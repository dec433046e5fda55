#pragma once

#include <string>

#include "core/time.hpp"

namespace dangol::traffic::bench {

enum class Scenario {
    place,     ///< orders that are paid and taken, and nothing more
    journey,   ///< orders from the basket to the customer's hands
    status,    ///< customers who look at their orders
    overload,  ///< orders beyond the capacity, from clients that give up (overload.hpp)
};

enum class Fulfilment { pickup, delivery, mixed };

struct Options {
    Scenario scenario = Scenario::journey;
    Fulfilment fulfilment = Fulfilment::delivery;
    Duration warmup{};
    Duration duration{};
    int connections = 128;
    double factor = 5;  ///< overload: how many times the capacity is asked for
    std::string json;   ///< file for the figures, or empty
    std::string url;    ///< of a server started with `serve --demo`; empty: start one
    std::string data;   ///< that server's data folder
    std::string store;  ///< where the temporary store of a started one is made
};

}  // namespace dangol::traffic::bench
