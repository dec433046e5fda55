#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "contexts/mypage/domain/my_page.hpp"
#include "core/time.hpp"

namespace dangol::simulation {

/// What the events say of one order, folded by the oracle in its own way.
struct Life {
    // as it was placed
    bool delivery = false;
    std::string cafe;
    std::int64_t items_price = 0;
    std::int64_t delivery_fee = 0;
    std::optional<Timestamp> placed_at;  ///< in true time, as all times here

    // how it ended
    std::optional<Timestamp> canceled_at;
    bool completed = false;
    bool served_after_cancel = false;
    bool undelivered = false;

    // at the bar
    bool ticket = false;
    bool voided = false;
    bool making = false;
    bool handed_over = false;
    bool not_collected = false;

    // the money; refunds of an order that came to nothing have the number 0
    bool paid = false;
    bool goes_back = false;
    std::int64_t price = 0;
    bool settled = false;
    bool loss_booked = false;
    bool comes_to_nothing = false;  ///< a refund with the number 0 was requested
    bool repaid = false;            ///< … and paid
    int refunds_begun = 0;
    int refunds_done = 0;
    std::int64_t promised_back = 0;
    std::int64_t paid_back = 0;
    std::int64_t borne_by_cafe = 0;
    std::int64_t borne_by_head_office = 0;

    // the way to the door
    enum class Trip {
        none,
        planned,
        offered,
        claimed,
        started,
        confirmed,
        failed,
        canceled
    } trip = Trip::none;
    bool trip_ready = false;
    bool by_customer = false;  ///< it failed because the customer could not be found
    bool drinks_come_back = false;
    std::string rider;

    mypage::Facts facts;  ///< what the page must show

    /// Its money goes back, and it was served all the same: after a cancel, or while the café gave it up.
    [[nodiscard]] bool is_lost() const {
        return served_after_cancel || (completed && facts.given_up_at && comes_to_nothing);
    }
};

}  // namespace dangol::simulation
