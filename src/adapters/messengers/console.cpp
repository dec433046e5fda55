#include "adapters/messengers/console.hpp"

#include <boost/describe/enum_to_string.hpp>

namespace dangol::adapters {

using namespace notification;

ConsoleMessenger::ConsoleMessenger(std::function<void(std::string_view)> log) : log_(std::move(log)) {}

void ConsoleMessenger::send(OutgoingMessage message, std::move_only_function<void(SendOutcome)> done) {
    const bool staff = message.recipient.starts_with("cafe:");
    log_("message " + std::string(boost::describe::enum_to_string(message.message, "")) + " of order " +
         message.order_id.value + (staff ? " to the café" : " to a person"));
    done(Accepted{});
}

}  // namespace dangol::adapters
