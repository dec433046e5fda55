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
/// Pixels of a side: few bytes may claim to be a picture that fills a phone's memory.
constexpr std::uint32_t side_max = 4096;

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

Response too_many_pixels(Language language) {
    return problem(422, "picture-too-large",
                   {"사진의 가로와 세로는 4096픽셀까지예요. 사진을 줄여서 다시 올려 주세요.",
                    "A picture has at most 4096 pixels on each side. Make it smaller and upload it again."},
                   language);
}

Response too_many_pictures(Language language) {
    return problem(422, "too-many-pictures",
                   {"이 매장이 올릴 수 있는 사진 1000장을 모두 썼어요. 이미 올린 사진을 다시 골라 주세요.",
                    "This café has uploaded all of its 1000 pictures. Choose one that is there already."},
                   language);
}

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
    const auto size = picture_size(request.body);
    if (!size) co_return not_a_picture(request.language);
    if (size->width > side_max || size->height > side_max) co_return too_many_pixels(request.language);
    co_return co_await elsewhere(off_thread, request.language, [&] {
        const auto name = pictures.keep(request.params.at(0), request.body);
        return name ? respond_with(201, UploadedPicture{"/pictures/" + *name})
                    : too_many_pictures(request.language);
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
