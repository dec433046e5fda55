#include "traffic/demo/people.hpp"

namespace dangol::traffic::demo {

Task<void> watch_as_operator(Town& town, client::Key& key) {
    Phone phone(town, key);
    for (;;) {
        co_await town.take_seconds(2, 4);
        while (!town.at_silent_doors.empty()) {
            const auto id = town.at_silent_doors.front();
            town.at_silent_doors.pop_front();
            // A refusal means that it is delivered: its customer's rider had the PIN.
            static_cast<void>(co_await phone.post("/deliveries/" + id + "/confirm",
                                                  R"({"reason":"the door stayed silent"})"));
        }
    }
}

}  // namespace dangol::traffic::demo
