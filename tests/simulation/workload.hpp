#pragma once

#include <functional>
#include <memory>
#include <string>

#include "random.hpp"
#include "world.hpp"

namespace dangol::simulation {

/// A street of customers, baristas, riders, managers and the operator, who do what people do with the
/// program: order, make, deliver, cancel, refuse, give back, refund, close, change the menu, mistake a
/// number, forget, look at what is not theirs, and press a button again when they heard nothing.
class Workload {
  public:
    Workload(World& world, const Plan& plan);
    ~Workload();

    /// Registers the cafés and puts everybody on the agenda.
    void begin();

  private:
    struct OrderStory;
    using Story = std::shared_ptr<OrderStory>;
    using Then = std::function<void(const runtime::Response&)>;
    /// One request of a story: sent again until it is answered for good.
    struct Step {
        runtime::Request request;
        int patience = 0;  ///< attempts left
        Then then;
        int attempts = 0;  ///< made in vain
    };
    void send(Step step);
    void send_later(Duration delay, Step step);
    void attempt(std::unique_ptr<Step> step);
    void open(const std::string& cafe, int index);
    void manage(const std::string& cafe);
    void place(const Story& story);
    void trouble_refunds(Random& random);
    void on_placed(const Story& story, const runtime::Response& response);

    // channels.cpp
    void link_channels();
    void link_channel(const Principal& who, const std::string& cafe, int times);

    // accounts.cpp
    struct StaffStory;
    using Staff = std::shared_ptr<StaffStory>;
    void hire();
    void register_staff(const Staff& staff);
    void disable(const Staff& staff);
    void sign_in(const Staff& staff);
    void stay(const Staff& staff);
    void enter(const Staff& staff, const std::string& path, const std::string& body);

    // stories.cpp: what becomes of a placed order
    void play(const Story& story);
    void cancel(const Story& story, Duration delay);
    void force_cancel(const Story& story, Duration delay);
    void make(const Story& story);
    void finish(const Story& story, const runtime::Response& started);
    void hand_over(const Story& story, const runtime::Response& made);
    void deliver(const Story& story);
    void claim(const Story& story, int rider);
    void bring(const Story& story, const Principal& rider);
    void confirm(const Story& story, const Principal& rider);
    void give_up(const Story& story, const Principal& rider);
    void give_up_at_the_bar(const Story& story, const Principal& rider);
    void take_back(const Story& story);
    void refund(const Story& story, int times);
    void peek(const Story& story);
    void look_at_queue(const Story& story);
    void must_be_refused(runtime::Request request);
    void must_not_show(runtime::Request request, const Story& story);
    Duration soon(const Story& story, int low_seconds, int high_seconds);

    World& world_;
    Plan plan_;
    Random random_;  ///< delays of what is sent again
    Random managers_;
    Random links_;
    Principal operator_;  ///< of the accounts
};

}  // namespace dangol::simulation
