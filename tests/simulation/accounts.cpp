// Staff: registered by the operator, signed in, kept signed in, and disabled one day.
#include <fmt/format.h>

#include "core/codec.hpp"
#include "order_story.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using namespace runtime;
using namespace std::chrono_literals;

namespace {

struct Session {
    std::string account_id;
    std::string refresh_token;
};
BOOST_DESCRIBE_STRUCT(Session, (), (account_id, refresh_token))
struct Registered {
    struct Account {
        std::string account_id;
    } account;
};
BOOST_DESCRIBE_STRUCT(Registered::Account, (), (account_id))
BOOST_DESCRIBE_STRUCT(Registered, (), (account))

constexpr int patient = 60;
const Principal nobody{{"nobody"}, Role::anonymous, {}};

template <class T>
T read(const Response& response) {
    auto value = codec::from_json<T>(response.body);
    if (!value) throw Violation{"the answer " + response.body + " cannot be read"};
    return std::move(*value);
}

std::string credentials(int number) {
    return fmt::format(R"({{"loginName":"staff{}","password":"espresso please {}"}})", number, number);
}

}  // namespace

/// One of the staff.
struct Workload::StaffStory {
    int number = 0;
    Random random;
    std::string account = {};
    std::string refresh_token = {};
    bool disabled = false;  ///< and the operator was told so
};

void Workload::hire() {
    world_.operator_code([this](const std::string& code) {
        auto link = post("/sessions/link", fmt::format(R"({{"code":"{}"}})", code), nobody);
        world_.ask(std::move(link), [this](const std::optional<Response>& response) {
            // The answer may be lost, and the code with it.
            if (!response || response->status != 201) return world_.agenda().after(5s, [this] { hire(); });
            const auto session = read<Session>(*response);
            operator_ = {{session.account_id},
                         Role::operator_,
                         {},
                         session.refresh_token.substr(0, session.refresh_token.find('.'))};
            for (int i = 0; i <= plan_.orders / 25; ++i) {
                const auto staff = std::make_shared<StaffStory>(
                    StaffStory{.number = i, .random = Random(plan_.seed, fmt::format("staff {}", i))});
                world_.agenda().after(Duration{staff->random.between(0, world_.day().count())},
                                      [this, staff] { register_staff(staff); });
            }
        });
    });
}

void Workload::register_staff(const Staff& staff) {
    const auto body = fmt::format(
        R"({{"loginName":"staff{}","displayName":"미나","role":"staff","cafes":["cafe0"],"password":"espresso please {}"}})",
        staff->number, staff->number);
    send({post("/accounts", body, operator_, fmt::format("staff-{}", staff->number)), patient,
          [this, staff](const Response& response) {
              if (response.status != 201) return;
              staff->account = read<Registered>(response).account.account_id;
              sign_in(staff);
              if (!staff->random.chance(0.6)) return;
              world_.agenda().after(Duration{staff->random.between(10'000, 600'000)},
                                    [this, staff] { disable(staff); });
          }});
}

void Workload::disable(const Staff& staff) {
    send({post("/accounts/" + staff->account + "/disable", "", operator_), patient,
          [this, staff](const Response& response) {
              if (response.status >= 300) return;
              staff->disabled = true;
              world_.marks().reach("account disabled");
              sign_in(staff);  // they try
          }});
}

void Workload::sign_in(const Staff& staff) { enter(staff, "/sessions", credentials(staff->number)); }

void Workload::stay(const Staff& staff) {
    enter(staff, "/sessions/refresh", fmt::format(R"({{"refreshToken":"{}"}})", staff->refresh_token));
}

/// Whoever was disabled before they asked stays outside.
void Workload::enter(const Staff& staff, const std::string& path, const std::string& body) {
    send({post(path, body, nobody), 10,
          [this, staff, was_disabled = staff->disabled](const Response& response) {
              if (response.status >= 300) return;
              if (was_disabled)
                  throw Violation{"account " + staff->account + " is disabled and still gets in"};
              world_.marks().reach("session kept");
              staff->refresh_token = read<Session>(response).refresh_token;
              if (!staff->random.chance(0.9)) return;
              world_.agenda().after(Duration{staff->random.between(5'000, 200'000)},
                                    [this, staff] { stay(staff); });
          }});
}

}  // namespace dangol::simulation
