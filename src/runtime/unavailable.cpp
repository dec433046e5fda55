#include "runtime/unavailable.hpp"

#include <string>
#include <utility>

namespace dangol::runtime {
namespace {

Rejection unavailable(std::string code, std::string ko, std::string en) {
    return {Refusal::unavailable, std::move(code), {std::move(ko), std::move(en)}, {}, {}};
}

}  // namespace

Rejection overloaded() {
    return unavailable("overloaded", "지금은 요청이 몰려 처리할 수 없어요. 잠시 후 다시 시도해 주세요.",
                       "Too much is going on right now. Please try again in a moment.");
}

Rejection client_gone() {
    return unavailable(
        "client-gone", "연결이 끊어져 처리하지 않았어요. 같은 요청을 다시 보내 주세요.",
        "The connection was closed, so this was not done. Please send the same request again.");
}

Rejection stopping() {
    return unavailable("stopping", "서버를 다시 시작하고 있어요. 잠시 후 다시 시도해 주세요.",
                       "The server is restarting. Please try again in a moment.");
}

Rejection store_unavailable() {
    return unavailable(
        "store-unavailable",
        "지금은 저장된 내용을 읽거나 쓸 수 없어요. 잠시 후 같은 요청을 다시 보내 주세요.",
        "What is stored cannot be read or written right now. Please send the same request again in a "
        "moment.");
}

Rejection not_processed() {
    return unavailable("internal", "처리하지 못했어요. 아무것도 바뀌지 않았어요.",
                       "This could not be processed. Nothing was changed.");
}

}  // namespace dangol::runtime
