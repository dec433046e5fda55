// Pictures of menus.
#include "adapters/web/picture_routes.hpp"

#include <exception>
#include <optional>
#include <string>
#include <utility>

#include <boost/describe/class.hpp>

#include "adapters/web/asset_routes.hpp"
#include "runtime/unavailable.hpp"

namespace dangol::adapters::web {

using namespace runtime;

struct UploadedPicture {
    std::string image;  ///< "/pictures/1f2e3d4c5b6a7988.webp", as a menu item names it
};
BOOST_DESCRIBE_STRUCT(UploadedPicture, (), (image))

namespace {

constexpr std::size_t picture_bytes_max = 400'000;
/// A whole menu at once, then one now and then: what is uploaded stays on the disk.
constexpr Limit uploads{
    .name = "pictures", .per = Per::account, .rate = {.burst = 200, .each = std::chrono::seconds{30}}};

Response no_picture(Language language) {
    return problem(404, "not-found",
                   {"이 사진은 없어요. 메뉴를 새로 고쳐 주세요.",
                    "There is no such picture. Please load the menu again."},
                   language);
}

Response uploaded(const std::string& name, std::string bytes) {
    Response response;
    response.content_type = picture_type(name.substr(name.find('.') + 1));
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'");
    response.body = std::move(bytes);
    return response;
}

Response not_a_picture(Language language) {
    return problem(415, "not-a-picture",
                   {"PNG, JPEG, WebP 이미지 파일을 그대로 보내 주세요. 400kB까지 올릴 수 있어요.",
                    "Send a PNG, JPEG or WebP picture as it is, of at most 400 kB."},
                   language);
}

}  // namespace

namespace {

/// Runs `work`, which returns a Response, off the I/O threads. Where the disk fails the client hears to try
/// again, and whoever lends the thread hears why.
template <class Work>
auto elsewhere(const OffThread& off_thread, Language language, Work work) {
    return call<Response>([&off_thread, language, work = std::move(work)](Callback<Response> done) mutable {
        off_thread([language, work = std::move(work), done = std::move(done)]() mutable {
            std::optional<Response> made;
            std::exception_ptr broken;
            try {
                made = work();
            } catch (...) {
                broken = std::current_exception();
            }
            done(made ? std::move(*made) : problem(store_unavailable(), language));
            if (broken) std::rethrow_exception(broken);
        });
    });
}

Task<Response> show_picture(const Pack& pack, const PictureStore& pictures, const OffThread& off_thread,
                            Request request) {
    if (auto packed = answer_from(pack, request)) co_return std::move(*packed);
    co_return co_await elsewhere(off_thread, request.language, [&pictures, &request] {
        const auto& name = request.params.at(0);
        auto bytes = pictures.find(name);
        return bytes ? uploaded(name, std::move(*bytes)) : no_picture(request.language);
    });
}

Task<Response> keep_picture(const PictureStore& pictures, const OffThread& off_thread, Request request) {
    if (!request.principal.works_for(CafeId{request.params.at(0)})) {
        co_return problem(not_yours().error(), request.language);
    }
    if (picture_kind(request.body).empty()) co_return not_a_picture(request.language);
    co_return co_await elsewhere(off_thread, request.language, [&pictures, &request] {
        return respond_with(201, UploadedPicture{"/pictures/" + pictures.keep(request.body)});
    });
}

}  // namespace

Route picture_route(const Pack& pack, const PictureStore& pictures, OffThread off_thread) {
    return {Method::get, "/pictures/{file}", Access::anyone(),
            [&pack, &pictures, off_thread = std::move(off_thread)](Request request) {
                return show_picture(pack, pictures, off_thread, std::move(request));
            }};
}

Route picture_upload_route(const PictureStore& pictures, OffThread off_thread) {
    Route route{Method::post, "/cafes/{id}/pictures", Access{.staff = true, .operator_ = true},
                [&pictures, off_thread = std::move(off_thread)](Request request) {
                    return keep_picture(pictures, off_thread, std::move(request));
                },
                Intake{.json_only = false, .bytes_max = picture_bytes_max}};
    route.limited({uploads});
    return route;
}

}  // namespace dangol::adapters::web
