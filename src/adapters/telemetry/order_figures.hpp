#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "adapters/telemetry/metrics.hpp"
#include "core/event.hpp"
#include "core/time.hpp"

namespace dangol::adapters {

/// What becomes of orders and of their money, counted as it is recorded: each step of an order, how long
/// after the tap it came, how the order ended, and what was captured, given back and settled.
///
/// Every figure is counted by the process that records the event, so the sum over all processes is the truth
/// since their starts. Thread-safe once it is made.
class OrderFigures {
  public:
    explicit OrderFigures(adapters::Metrics& metrics);
    ~OrderFigures();
    OrderFigures(const OrderFigures&) = delete;
    OrderFigures& operator=(const OrderFigures&) = delete;

    /// Register with `Writer::on_recorded`, of any context.
    void recorded(std::span<const std::shared_ptr<const EventRecord>> events);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// When an id was made: its first ten characters say so (adapters/system/ids.hpp). An order's id is made when
/// the order is asked for. nullopt for text that is no such id.
[[nodiscard]] std::optional<Timestamp> time_of_id(std::string_view id);

}  // namespace dangol::adapters
