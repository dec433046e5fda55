#pragma once

#include <memory>
#include <string>
#include <vector>

#include "random.hpp"
#include "world.hpp"

namespace dangol::simulation {

/// A street of customers, baristas and riders who order, make and deliver, change their minds, forget, and
/// press a button again when they heard nothing.
class Workload {
  public:
    Workload(World& world, std::uint64_t seed, int orders);
    ~Workload();

    /// Registers the cafés and puts every customer on the agenda.
    void begin();

  private:
    struct OrderStory;
    /// One request of a story: sent again until it is answered for good.
    struct Step {
        runtime::Request request;
        int patience = 0;  ///< attempts left
        std::function<void(const runtime::Response&)> then;
    };
    void send(Step step);
    void send_later(Duration delay, Step step);
    void place(std::shared_ptr<OrderStory> story);
    void make(std::shared_ptr<OrderStory> story);
    void deliver(std::shared_ptr<OrderStory> story);
    void maybe_cancel(std::shared_ptr<OrderStory> story);
    Duration soon(int low_seconds, int high_seconds);

    World& world_;
    Random random_;
    int orders_;
};

}  // namespace dangol::simulation
